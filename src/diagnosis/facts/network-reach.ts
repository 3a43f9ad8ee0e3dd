import type {ErrorLink, NetworkEvidence} from '../../model/evidence.ts';
import type {EvidenceLine} from '../../model/finding.ts';

export const isLoopback = (network: NetworkEvidence): boolean => network.reach === 'loopback';

/** Requests go through a proxy, so that our own lookup and our own sockets say nothing about the way they take. */
export const isProxied = (network: NetworkEvidence): boolean => network.proxy !== null && !network.proxy.isBypassed;

/** Every address was tried and none let us in. */
export const isClosed = (network: NetworkEvidence): boolean =>
  network.tcp.length > 0 && network.tcp.every((attempt) => !attempt.isOpen);

export const closedWith = (network: NetworkEvidence, codes: readonly string[]): ErrorLink | null => {
  if (!isClosed(network) || isProxied(network)) return null;
  const errors = network.tcp.flatMap((attempt) => (attempt.error === null ? [] : [attempt.error]));
  return errors.find((error) => error.code !== null && codes.includes(error.code)) ?? null;
};

/** 'ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:3000', once where the message says the code itself. */
export const errorText = (error: ErrorLink): string =>
  error.code === null || error.message.includes(error.code)
    ? error.message || (error.code ?? error.name)
    : `${error.code}: ${error.message}`;

export const errorLine = (label: string, error: ErrorLink): EvidenceLine => ({
  label,
  text: errorText(error),
  ...(error.code !== null && errorText(error).includes(error.code) ? {deciding: error.code} : {}),
});

/** 'host:port' as a person writes it; an IPv6 address in brackets. */
export const target = (network: NetworkEvidence): string => {
  const host = network.host.includes(':') && !network.host.startsWith('[') ? `[${network.host}]` : network.host;
  return `${host}:${network.port}`;
};

/** The same URL at another host or port; null where the URL cannot be read. */
export const urlAt = (
  url: string,
  part: {host?: string; port?: number; scheme?: string; path?: string},
): string | null => {
  const match = /^([a-z][a-z0-9+.-]*):\/\/(?:([^@/?#]*)@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d+))?([^?#]*)(.*)$/i.exec(url);
  if (match === null) return null;
  const [, scheme = '', user, host = '', port, path = '', rest = ''] = match;
  const nextHost = part.host ?? host;
  const nextPort = part.port === undefined ? port : String(part.port);
  const bracketed = nextHost.includes(':') && !nextHost.startsWith('[') ? `[${nextHost}]` : nextHost;
  return `${part.scheme ?? scheme}://${user === undefined ? '' : `${user}@`}${bracketed}${nextPort === undefined ? '' : `:${nextPort}`}${part.path ?? path}${rest}`;
};

/** Codes of TLS that say who signed the certificate, when it is valid, and for which host. */
export const tlsCode = (network: NetworkEvidence): string | null =>
  network.tls === null || network.tls.isOk ? null : (network.tls.error?.code ?? null);

/**
 * The certificate is in date by the server's clock and not by ours: then the clock is the fault and not the certificate.
 * A certificate without dates is given the benefit of the doubt.
 */
export const isClockToBlame = (network: NetworkEvidence, nowMs: number): boolean => {
  if (!hasWrongClock(network)) return false;
  const there = nowMs + (network.control.clockSkewMs ?? 0);
  const from = Date.parse(network.tls?.validFrom ?? '');
  const to = Date.parse(network.tls?.validTo ?? '');
  return !(from > there) && !(to < there);
};

/** Our own clock is more than five minutes off, by the dates that servers send. */
export const hasWrongClock = (network: NetworkEvidence): boolean =>
  Math.abs(network.control.clockSkewMs ?? 0) > 300_000;

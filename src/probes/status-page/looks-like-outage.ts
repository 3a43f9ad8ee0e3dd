import {type Evidence, seen} from '../../model/evidence.ts';

/**
 * The evidence leaves room for an outage at the server's end: 5xx, 429, no answer in time, or a connection that was
 * refused or broken off. Never where our own network is down, the host is ours, or the fault is in the certificate, the
 * name or the proxy: those say what they are.
 */
export const looksLikeOutage = (evidence: Evidence): boolean => {
  const network = seen(evidence, 'network');
  if (network === undefined || network.control.hasNetwork === false) return false;
  if (network.reach === 'loopback' || network.reach === 'private') return false;
  if (network.proxy?.error != null) return false;
  const http = seen(evidence, 'http');
  if (http === undefined) return isCutOff(network);
  if (http.retries?.recovered === true) return seen(evidence, 'tools')?.httpStatus != null;
  const status = http.main.response?.status ?? null;
  if (status === null) return true;
  if (status >= 500 || status === 429) return true;
  const listed = seen(evidence, 'tools')?.httpStatus ?? null;
  return listed !== null && (listed >= 500 || listed === 429);
};

type Network = NonNullable<Evidence['network']>;

const BROKEN = /^(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH)$/;

const isCutOff = (network: Exclude<Network, {readonly skipped: string}>): boolean => {
  const isClosed = network.tcp.length > 0 && network.tcp.every(({isOpen}) => !isOpen);
  const tls = network.tls?.error?.code ?? '';
  return isClosed || BROKEN.test(tls);
};

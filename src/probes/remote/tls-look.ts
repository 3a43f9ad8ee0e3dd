import net from 'node:net';
import tls from 'node:tls';
import type {NetworkEvidence} from '../../model/evidence.ts';
import {printableLine} from '../../model/printable.ts';
import {timeLimit} from '../time-limit.ts';
import {errorChain} from './error-chain.ts';
import {type Line, slice} from './line.ts';
import {openTunnel} from './open-request.ts';
import {portOf} from './proxy.ts';

type Tls = NonNullable<NetworkEvidence['tls']>;
const TLS_MS = 5000;

/** Words for the codes that OpenSSL's verification gives, for which Node keeps no text here. */
const WORDS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'certificate has expired',
  CERT_NOT_YET_VALID: 'certificate is not yet valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'self-signed certificate in certificate chain',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unable to verify the first certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'unable to get issuer certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unable to get local issuer certificate',
};

/** Shakes hands without sending anything after it, and reads the certificate whether it is trusted or not. */
export const lookAtTls = async (line: Line, url: URL): Promise<Tls> => {
  const start = line.host.now();
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const failed = (error: unknown): Tls => ({
    isOk: false,
    error: errorChain(error, line.redactor)[0] ?? null,
    subject: null,
    issuer: null,
    altNames: [],
    validFrom: null,
    validTo: null,
    isSelfSigned: false,
    protocol: null,
    ms: line.host.now() - start,
  });
  const proxy = line.proxyFor(url);
  let tunnel: net.Socket | undefined;
  if (proxy !== null && !proxy.isBypassed) {
    // A proxy may take the connection and say nothing more.
    const limit = timeLimit(line.signal, slice(line, TLS_MS, 0.6));
    try {
      tunnel = await openTunnel(proxy, `${url.hostname}:${portOf(url)}`, limit.signal);
    } catch (error) {
      return failed(error);
    } finally {
      limit.release();
    }
  }
  return new Promise((resolve) => {
    const limit = slice(line, TLS_MS, 0.6);
    const socket = tls.connect({
      ...(tunnel === undefined ? {host: hostname, port: portOf(url)} : {socket: tunnel, host: hostname}),
      ...(net.isIP(hostname) === 0 ? {servername: hostname} : {}),
      rejectUnauthorized: false,
    });
    const done = (facts: Tls): void => {
      clearTimeout(timer);
      line.signal.removeEventListener('abort', onAbort);
      socket.destroy();
      resolve(facts);
    };
    const timer = setTimeout(
      () => done(failed(Object.assign(new Error(`no TLS answer within ${limit} ms`), {code: 'ETIMEDOUT'}))),
      limit,
    );
    const onAbort = (): void => done(failed(line.signal.reason));
    line.signal.addEventListener('abort', onAbort, {once: true});
    socket.on('error', (error) => done(failed(error)));
    socket.once('secureConnect', () => done(factsOf(line, socket, hostname, line.host.now() - start)));
  });
};

const factsOf = (line: Line, socket: tls.TLSSocket, hostname: string, ms: number): Tls => {
  const clean = (text: string): string => printableLine(line.redactor.text(text)).slice(0, 300);
  const certificate = socket.getPeerCertificate(true);
  const named = (name: tls.Certificate | undefined): string | null => {
    if (name === undefined) return null;
    const text = [name.CN, name.O].flatMap((part: string | string[] | undefined) => part ?? []).join(', ');
    return text === '' ? null : clean(text);
  };
  // Node types say Error; what stands there is the code as a string.
  const code = socket.authorized ? null : String(socket.authorizationError);
  const mismatch = code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? tls.checkServerIdentity(hostname, certificate) : undefined;
  const message = mismatch?.message ?? (code === null ? '' : (WORDS[code] ?? code));
  return {
    isOk: socket.authorized,
    error:
      code === null ? null : {name: 'Error', code, message: clean(message), syscall: null, address: null, port: null},
    subject: named(certificate.subject),
    issuer: named(certificate.issuer),
    altNames: (certificate.subjectaltname ?? '')
      .split(', ')
      .map((name) => clean(name.replace(/^(?:DNS|IP Address):/, '')))
      .filter((name) => name !== '')
      .slice(0, 50),
    validFrom: isoDate(certificate.valid_from),
    validTo: isoDate(certificate.valid_to),
    isSelfSigned: certificate.issuerCertificate?.fingerprint256 === certificate.fingerprint256,
    protocol: socket.getProtocol(),
    ms,
  };
};

const isoDate = (text: string | undefined): string | null => {
  const at = new Date(text ?? '');
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
};

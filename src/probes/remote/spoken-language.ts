import net from 'node:net';
import {type Line, slice} from './line.ts';
import {portOf} from './proxy.ts';

const ASK_MS = 1500;

/**
 * What a port speaks when it is asked the other way round. Behind an https URL a bare HTTP/1.0 request without any
 * header is sent; behind an http URL the first bytes of a TLS handshake. Null where it says nothing.
 */
export const spokenLanguage = (line: Line, url: URL): Promise<'http' | 'tls' | 'other' | null> => {
  const isTls = url.protocol === 'https:';
  return new Promise((resolve) => {
    const socket = net.connect({host: url.hostname.replace(/^\[|\]$/g, ''), port: portOf(url)});
    const done = (answer: 'http' | 'tls' | 'other' | null): void => {
      clearTimeout(timer);
      line.signal.removeEventListener('abort', onAbort);
      socket.destroy();
      resolve(answer);
    };
    const onAbort = (): void => done(null);
    const timer = setTimeout(onAbort, slice(line, ASK_MS, 0.5));
    line.signal.addEventListener('abort', onAbort, {once: true});
    socket.once('connect', () => socket.write(isTls ? 'HEAD / HTTP/1.0\r\n\r\n' : CLIENT_HELLO));
    socket.once('data', (bytes) => done(languageOf(bytes)));
    socket.once('close', () => done(null));
    socket.on('error', () => done(null));
  });
};

/** A TLS record begins with its type: 21 an alert, 22 a handshake; then the version, 3.x. */
const languageOf = (bytes: Buffer): 'http' | 'tls' | 'other' => {
  if ((bytes[0] === 21 || bytes[0] === 22) && bytes[1] === 3) return 'tls';
  return bytes.subarray(0, 5).toString('latin1') === 'HTTP/' ? 'http' : 'other';
};

/** A ClientHello of TLS 1.2 that offers two suites and nothing else (RFC 5246, 7.4.1.2): every TLS server answers it. */
const CLIENT_HELLO = ((): Buffer => {
  const suites = [0xc0, 0x2f, 0xc0, 0x2b];
  const body = [3, 3, ...Array.from({length: 32}, (_, i) => i), 0, 0, suites.length, ...suites, 1, 0];
  const handshake = [1, 0, 0, body.length, ...body];
  return Buffer.from([22, 3, 1, 0, handshake.length, ...handshake]);
})();

import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type {Certified} from '../own-side/certificate.ts';
import {OTHER, SERVER} from './inner-hosts.ts';

/** A connection to an address that nobody may be sent to. */
export interface Hit {
  readonly address: string;
  readonly port: number;
}

type Handler = (request: http.IncomingMessage, response: http.ServerResponse, body: string) => void;

const withBody =
  (handler: Handler): http.RequestListener =>
  (request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => handler(request, response, body));
  };

/**
 * Listens at every address there is: at two public ones the servers answer, at all others a connection is a hit. The
 * namespace holds every address for its own (`ip route add local 0.0.0.0/0 dev lo`).
 */
export const openCanaries = async (
  own: Certified,
  handlers: {readonly server: Handler; readonly other: Handler},
  ports: {readonly secure: readonly number[]; readonly open: readonly number[]},
): Promise<{readonly hits: Hit[]}> => {
  const hits: Hit[] = [];
  const handler = withBody((request, response, body) =>
    request.socket.localAddress?.endsWith(OTHER)
      ? handlers.other(request, response, body)
      : handlers.server(request, response, body),
  );
  const secure = https.createServer(own, handler);
  const open = http.createServer(handler);
  const listen = (port: number, behind: http.Server): Promise<void> =>
    new Promise((resolve, reject) => {
      const listener = net.createServer((socket) => {
        socket.on('error', () => socket.destroy());
        const address = (socket.localAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
        if (address === SERVER || address === OTHER) return void behind.emit('connection', socket);
        hits.push({address, port});
        socket.destroy();
      });
      listener.once('error', reject);
      listener.listen({port, host: '::', ipv6Only: false}, resolve);
    });
  for (const port of ports.secure) await listen(port, secure);
  for (const port of ports.open) await listen(port, open);
  return {hits};
};

/** Whether a connection to that address gets as far as a socket. */
export const canConnect = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect({host, port});
    socket.setTimeout(1000, () => socket.destroy());
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });

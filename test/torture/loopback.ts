import http from 'node:http';
import net from 'node:net';

/** A server on loopback for the time of a trial. */
export interface Loopback {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const opened = async (server: net.Server, host: string): Promise<Loopback> => {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, host, done);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
};

export const openHttp = (
  handler: (request: http.IncomingMessage, response: http.ServerResponse, body: string) => void,
  host = '127.0.0.1',
): Promise<Loopback> =>
  opened(
    http.createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => handler(request, response, body));
    }),
    host,
  );

export const openTcp = (onSocket: (socket: net.Socket) => void): Promise<Loopback> =>
  opened(net.createServer(onSocket), '127.0.0.1');

import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import {afterAll} from 'vitest';
import {OUR_VERSION} from './http-version.ts';

export type Handler = (request: http.IncomingMessage, response: http.ServerResponse, body: string) => unknown;

export interface Running {
  readonly port: number;
  readonly origin: string;
  /** What came in, in order. */
  readonly seen: readonly {
    readonly method: string;
    readonly url: string;
    readonly headers: http.IncomingHttpHeaders;
    readonly body: string;
  }[];
}

/** Another test process may look at every port of this machine: its probes are sent away. */
const isStranger = (agent: string | undefined): boolean =>
  agent?.startsWith('mcp-fix/') === true && agent !== `mcp-fix/${OUR_VERSION}`;

const open = new Set<net.Server>();
const sockets = new Set<net.Socket>();

/** Every server of a test file ends with it, with all its connections. */
export const endServersAfterwards = (): void => {
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await Promise.all([...open].map((server) => new Promise((done) => server.close(done))));
  });
};

const listen = async (server: net.Server, host: string): Promise<number> => {
  open.add(server);
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
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** A real HTTP(S) server on loopback. */
export const startHttp = async (
  handler: Handler,
  options: {
    readonly host?: string;
    readonly tls?: {readonly key: string; readonly cert: string};
    /** The built program and the library call themselves by the real version. */
    readonly welcomesAll?: boolean;
  } = {},
): Promise<Running> => {
  const seen: Running['seen'][number][] = [];
  const onRequest: http.RequestListener = (request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (options.welcomesAll !== true && isStranger(request.headers['user-agent']))
        return response.writeHead(404).end();
      seen.push({method: request.method ?? '', url: request.url ?? '', headers: request.headers, body});
      return handler(request, response, body);
    });
  };
  const server = options.tls === undefined ? http.createServer(onRequest) : https.createServer(options.tls, onRequest);
  const host = options.host ?? '127.0.0.1';
  const port = await listen(server, host);
  const shown = host.includes(':') ? `[${host}]` : host;
  return {port, origin: `${options.tls === undefined ? 'http' : 'https'}://${shown}:${port}`, seen};
};

/** A real TCP server that does what it likes with each connection. */
export const startTcp = async (onSocket: (socket: net.Socket) => void): Promise<Running> => {
  const server = net.createServer(onSocket);
  const port = await listen(server, '127.0.0.1');
  return {port, origin: `http://127.0.0.1:${port}`, seen: []};
};

/** A port of loopback that nobody listens on; beside `near` where it is given. */
export const freePort = async (near?: number): Promise<number> => {
  for (let port = near === undefined ? 0 : near + 1; ; port += 1) {
    const server = net.createServer();
    const isFree = await new Promise<boolean>((done) => {
      server.once('error', () => done(false));
      server.listen(port, '127.0.0.1', () => done(true));
    });
    if (!isFree) continue;
    const address = server.address();
    await new Promise((done) => server.close(done));
    return typeof address === 'object' && address !== null ? address.port : 0;
  }
};

import http from 'node:http';
import {afterAll} from 'vitest';
import type {Handler} from '../servers/http-server.ts';

export interface PlainServer {
  readonly url: string;
  /** Bodies that came in, in order. */
  readonly seen: readonly string[];
}

/** Not '/mcp': probes of other test files look for that on every port of the machine. */
const PATH = '/of-this-test/mcp';
const open = new Set<http.Server>();

/** Ends every server of the file after its tests. */
export const endPlainServersAfterwards = (): void => {
  afterAll(() => {
    for (const server of open) server.close();
    for (const server of open) server.closeAllConnections();
  });
};

/** A real server on loopback for the built program; the handler sees '/mcp' as its path. Others are sent away. */
export const startPlain = async (handler: Handler): Promise<PlainServer> => {
  const seen: string[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (request.url?.startsWith(PATH) !== true) return response.writeHead(404).end();
      seen.push(body);
      request.url = request.url.replace(PATH, '/mcp');
      return handler(request, response, body);
    });
  });
  open.add(server);
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  return {url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}${PATH}`, seen};
};

import {createMcpHandler, McpServer} from '@modelcontextprotocol/server';
import type {Handler} from './http-server.ts';

/** A server by the official SDK of the modern era; 'reject' turns away every client of the older one. */
export const bySdk = (legacy: 'stateless' | 'reject'): Handler => {
  const {fetch} = createMcpHandler(
    () => {
      const server = new McpServer({name: 'sdk-notes', version: '9.0.0'});
      server.registerTool('read_note', {description: 'Reads a note'}, () => ({content: []}));
      return server;
    },
    {legacy},
  );
  return async (request, response, body) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
      if (typeof value === 'string') headers.set(name, value);
    const method = request.method ?? 'GET';
    const answer = await fetch(
      new Request(`http://${request.headers.host}${request.url}`, {
        method,
        headers,
        body: method === 'POST' ? body : null,
      }),
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  };
};

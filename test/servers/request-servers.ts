import type {Json} from '../../src/model/json.ts';
import {healthy} from './http-mcp.ts';
import {freePort, type Handler, startHttp} from './http-server.ts';

/** Assembled, so that no scanner takes it for a real one. */
export const TOKENS = {good: `ghp_${'aB3dE6gH9'.repeat(4)}`, bad: `ghp_${'zY8xW5vU2'.repeat(4)}`} as const;

/** Lets in only who shows the token, with the answers that most services give. */
const guarded =
  (token: string): Handler =>
  (request, response, body) => {
    if (request.headers.authorization === `Bearer ${token}`) return healthy(request, response, body);
    response.writeHead(401, {'www-authenticate': 'Bearer error="invalid_token"', 'content-type': 'application/json'});
    return response.end('{"error":"invalid_token","error_description":"The access token is not known"}');
  };

const broken: Handler = (_request, response) => {
  response.writeHead(500, {'content-type': 'text/plain'}).end('Internal Server Error: database is gone');
};

/** Answers, but only after what anybody waits for in a test. */
const slow: Handler = () => undefined;

export interface World {
  /** Entries by name, in the order: notes, search, mail, shop, slow. */
  readonly servers: readonly {readonly [key: string]: Json}[];
  readonly request: {readonly [key: string]: Json};
}

/** Five real servers of one request: one works, one answers 500, one is not there, one refuses the token, one is silent. */
export const fiveServers = async (options: {readonly welcomesAll?: boolean} = {}): Promise<World> => {
  const notes = await startHttp(guarded(TOKENS.good), options);
  const search = await startHttp(broken, options);
  const gone = await freePort();
  const shop = await startHttp(guarded(TOKENS.good), options);
  const silent = await startHttp(slow, options);
  const at = (port: number): string => `http://127.0.0.1:${port}/mcp`;
  const servers = [
    {type: 'url', url: at(notes.port), name: 'notes', authorization_token: TOKENS.good},
    {type: 'url', url: at(search.port), name: 'search'},
    {type: 'url', url: at(gone), name: 'mail'},
    {type: 'url', url: at(shop.port), name: 'shop', authorization_token: TOKENS.bad},
    {type: 'url', url: at(silent.port), name: 'slow'},
  ];
  return {servers, request: requestOf(servers)};
};

/** A request with these servers, a toolset for each, and a tool of its own. */
export const requestOf = (servers: readonly {readonly [key: string]: Json}[]): {readonly [key: string]: Json} => ({
  model: 'claude-opus-4-1',
  max_tokens: 1000,
  messages: [{role: 'user', content: 'What is new?'}],
  mcp_servers: servers,
  tools: [
    {name: 'own', input_schema: {type: 'object'}},
    ...servers.map((server): Json => ({type: 'mcp_toolset', mcp_server_name: server['name'] ?? null})),
  ],
});

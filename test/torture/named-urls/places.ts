import type http from 'node:http';
import {NAME} from '../own-side/parts.ts';

/** One URL at one place of a server's answers; its number stands in the path of the server. */
export interface Case {
  readonly number: number;
  readonly place: Place;
  readonly url: string;
}

export const PLACES = [
  'challenge',
  'authorization servers',
  'endpoints',
  'redirect',
  'endpoint event',
  'redirect of a document',
  'words about itself',
] as const;
export type Place = (typeof PLACES)[number];

export const ORIGIN = `https://${NAME}`;
export const urlOf = ({number}: Case): string => `${ORIGIN}/c${number}/mcp`;
export const entryOf = (one: Case): object => ({
  type: one.place === 'endpoint event' ? 'sse' : 'http',
  url: urlOf(one),
});

const RESOURCE = '/.well-known/oauth-protected-resource';
const SERVERS = '/.well-known/oauth-authorization-server';
const MOVED = [301, 302, 303, 307, 308];

const asJson = (response: http.ServerResponse, value: object): void =>
  void response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(value));

const challenged = (response: http.ServerResponse, named: string): void =>
  void response
    .writeHead(401, {'www-authenticate': `Bearer resource_metadata="${named}", error="invalid_token"`})
    .end('{"error":"invalid_token"}');

/** A header holds bytes: what is no Latin-1 goes out as UTF-8. */
const headerText = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** All documents of an authorization server, each endpoint at one place. */
const metadataOf = (issuer: string, endpoint: (name: string) => string): object => ({
  issuer,
  ...Object.fromEntries(
    [
      'authorization_endpoint',
      'token_endpoint',
      'registration_endpoint',
      'revocation_endpoint',
      'introspection_endpoint',
      'userinfo_endpoint',
      'jwks_uri',
      'op_policy_uri',
    ].map((name) => [name, endpoint(name)]),
  ),
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
});

/** A healthy server that names the URL wherever the protocol has room for one. */
const talkative = (response: http.ServerResponse, body: string, url: string): void => {
  const {id, method, params} = JSON.parse(body);
  if (id === undefined) return void response.writeHead(202).end();
  const icons = [{src: url, mimeType: 'image/png'}];
  const result =
    method === 'initialize'
      ? {
          protocolVersion: params.protocolVersion,
          capabilities: {tools: {}},
          serverInfo: {name: 'n', version: '1', websiteUrl: url, icons},
          instructions: `First open ${url}`,
        }
      : method === 'tools/list'
        ? {
            tools: [
              {
                name: 'read',
                description: `See ${url}`,
                icons,
                inputSchema: {$schema: url, $id: url, type: 'object', properties: {a: {$ref: url}}},
              },
            ],
          }
        : null;
  const error = {code: -32042, message: `Go to ${url}`, data: {elicitations: [{mode: 'url', url}]}};
  asJson(response, {jsonrpc: '2.0', id, ...(result === null ? {error} : {result})});
};

/** The server of all cases: what it answers depends on the number in the path. `onTold` hears when a URL went out. */
export const answering =
  (cases: ReadonlyMap<number, Case>, onTold: (number: number) => void) =>
  (request: http.IncomingMessage, response: http.ServerResponse, body: string): void => {
    const path = request.url ?? '';
    const one = cases.get(Number(/\/c(\d+)(?:\/|$)/.exec(path)?.[1] ?? -1));
    if (one === undefined || /\/c\d+\/(?!mcp|as)/.test(path)) return void response.writeHead(404).end();
    const {number, place, url} = one;
    const own = `${ORIGIN}${RESOURCE}/c${number}/mcp`;
    const issuer = `${ORIGIN}/c${number}/as`;
    const isMcp = path === `/c${number}/mcp`;
    const told = (): void => onTold(number);
    if (isMcp && place === 'challenge') {
      told();
      challenged(response, headerText(url));
      return;
    }
    if (isMcp && place === 'redirect') {
      told();
      return void response.writeHead(MOVED[number % MOVED.length] ?? 307, {location: headerText(url)}).end();
    }
    if (isMcp && place === 'endpoint event') {
      if (request.method !== 'GET') return void response.writeHead(405).end();
      told();
      response.writeHead(200, {'content-type': 'text/event-stream'});
      return void response.write(`event: endpoint\ndata: ${url}\n\n`);
    }
    if (isMcp && place === 'words about itself') {
      told();
      if (request.method !== 'POST') return void response.writeHead(405).end();
      talkative(response, body, url);
      return;
    }
    if (isMcp) return void challenged(response, own);
    const isResource = path.startsWith(RESOURCE);
    const isServers = path.startsWith(SERVERS);
    if (!isResource && !isServers) return void response.writeHead(404).end();
    // Half of the documents that move are the resource's, half the authorization server's.
    const isMoving = place === 'redirect of a document' && isResource === (number % 2 === 0);
    if (isMoving) {
      told();
      return void response.writeHead(MOVED[number % MOVED.length] ?? 302, {location: headerText(url)}).end();
    }
    if (isResource) {
      const isHere = place === 'authorization servers';
      if (isHere) told();
      return void asJson(response, {resource: urlOf(one), authorization_servers: [isHere ? url : issuer]});
    }
    if (place === 'endpoints') told();
    asJson(
      response,
      metadataOf(issuer, (name) => (place === 'endpoints' ? url : `${issuer}/${name}`)),
    );
  };

/** A place that is followed where it may be: the same answers with a URL that is public, or of the server's own origin. */
export const CONTROLS: readonly {readonly place: Place; readonly url: (number: number) => string}[] = [
  {place: 'challenge', url: () => 'https://id.example.net/controls/challenge'},
  {place: 'authorization servers', url: () => 'https://id.example.net/controls/issuer'},
  {place: 'redirect', url: (number) => `/c${number}/mcp/controls/redirect`},
  {place: 'endpoint event', url: (number) => `/c${number}/mcp/controls/endpoint`},
  {place: 'redirect of a document', url: (number) => `/c${number}/mcp/controls/document`},
];

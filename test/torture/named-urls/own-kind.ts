import http from 'node:http';
import https from 'node:https';
import type {Certified} from '../own-side/certificate.ts';

/** A server on loopback that names its own kind: its metadata stand on loopback too. */
export interface SetUp {
  readonly told: string;
  readonly entry: object;
}

const HOSTS = ['127.0.0.1', 'localhost', '[::1]'] as const;
const KINDS = ['same origin', 'another port', 'another port over TLS', 'another spelling'] as const;

const listen = (server: http.Server, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host === 'localhost' ? '127.0.0.1' : host.replace(/^\[|\]$/g, ''), () => {
      const at = server.address();
      resolve(typeof at === 'object' && at !== null ? at.port : 0);
    });
  });

const send = (response: http.ServerResponse, value: object): void =>
  void response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(value));

/** Opens 24 set-ups and notes whose authorization server was asked: three ways to write loopback × http and https × four places of the authorization server. */
export const openOwnKind = async (
  own: Certified,
): Promise<{readonly setUps: readonly SetUp[]; readonly reached: ReadonlySet<string>}> => {
  const setUps: SetUp[] = [];
  const reached = new Set<string>();
  for (const host of HOSTS)
    for (const scheme of ['http', 'https'])
      for (const kind of KINDS) {
        const make = (isTls: boolean, handler: http.RequestListener): http.Server =>
          isTls ? https.createServer(own, handler) : http.createServer(handler);
        let origin = '';
        let issuer = '';
        const told = `${scheme}://${host}, ${kind}`;
        const documents: http.RequestListener = (request, response) => {
          if (request.url?.startsWith('/.well-known/oauth-authorization-server') !== true)
            return void response.writeHead(404).end();
          reached.add(told);
          send(response, {
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            registration_endpoint: `${issuer}/register`,
            response_types_supported: ['code'],
            code_challenge_methods_supported: ['S256'],
          });
        };
        const port = await listen(
          make(scheme === 'https', (request, response) => {
            if (request.url === '/mcp')
              return void response
                .writeHead(401, {
                  'www-authenticate': `Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource/mcp"`,
                })
                .end();
            if (request.url === '/.well-known/oauth-protected-resource/mcp')
              return send(response, {resource: `${origin}/mcp`, authorization_servers: [issuer]});
            documents(request, response);
          }),
          host,
        );
        origin = `${scheme}://${host}:${port}`;
        if (kind === 'same origin') issuer = origin;
        else {
          const isTls = kind === 'another port over TLS' || (kind === 'another spelling' && scheme === 'https');
          const there = kind === 'another spelling' ? (host === 'localhost' ? '127.0.0.1' : 'localhost') : host;
          issuer = `${isTls ? 'https' : 'http'}://${there}:${await listen(make(isTls, documents), there)}`;
        }
        setUps.push({told, entry: {type: 'http', url: `${origin}/mcp`}});
      }
  return {setUps, reached};
};

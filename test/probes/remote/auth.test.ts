import {describe, expect, it} from 'vitest';
import type {AuthEvidence} from '../../../src/model/evidence.ts';
import {parseChallenges} from '../../../src/probes/remote/challenge.ts';
import {mayAsk} from '../../../src/probes/remote/named-url.ts';
import {asked, probe, type RemoteSetup} from '../../servers/http-entry.ts';
import {healthy, sendJson} from '../../servers/http-mcp.ts';
import {endServersAfterwards, type Handler, startHttp} from '../../servers/http-server.ts';
import {type OAuthParts, protectedBy} from '../../servers/oauth.ts';

endServersAfterwards();

const TOKEN = 'nt_'.concat('test_', 'a'.repeat(24));
const authOf = async (handler: Handler, more: Partial<RemoteSetup> = {}): Promise<AuthEvidence> => {
  const server = await startHttp(handler);
  return asked((await probe({url: `${server.origin}/mcp`, ...more})).auth);
};
const failing = async (parts: OAuthParts) => {
  const auth = await authOf(protectedBy(parts));
  return auth.hops.filter(({outcome}) => outcome === 'failed').map(({hop, problem}) => `${hop}: ${problem}`);
};

describe('the sign-in chain', () => {
  it('is walked to its end where everything is there, and nobody is signed in or registered', async () => {
    const server = await startHttp(protectedBy());
    const evidence = await probe({url: `${server.origin}/mcp`});
    const auth = asked(evidence.auth);
    expect(auth).toMatchObject({status: 401, presentedIn: null, bodyError: 'invalid_token', requiredScopes: ['notes']});
    expect(auth.hops.map(({hop, outcome}) => `${hop} ${outcome}`)).toEqual([
      'challenge ok',
      'resource-metadata ok',
      'authorization-server ok',
      'registration ok',
      'pkce ok',
      'scopes ok',
      'token skipped',
    ]);
    expect(server.seen.filter(({url}) => /register|token|authorize/.test(url))).toEqual([]);
    expect(evidence.handshake).toEqual({skipped: 'the server lets nobody in without authentication'});
  });

  it('is not asked for where the token is right', async () => {
    const server = await startHttp(protectedBy({token: TOKEN}));
    const evidence = await probe({url: `${server.origin}/mcp`, headers: {Authorization: `Bearer ${TOKEN}`}});
    expect(evidence.auth).toEqual({skipped: 'no authentication was asked for'});
    expect(asked(evidence.tools).count).toBe(1);
    expect(JSON.stringify(evidence)).not.toContain(TOKEN);
  });

  it.each<[string, OAuthParts, string[]]>([
    ['metadata that is not there', {resource: null}, ['resource-metadata: not-found']],
    [
      'metadata for another server',
      {resource: {resource: 'https://other.example/mcp'}},
      ['resource-metadata: resource-mismatch'],
    ],
    [
      'no authorization server',
      {resource: {authorization_servers: []}},
      ['resource-metadata: no-authorization-servers'],
    ],
    ['no document of the authorization server', {server: null}, ['authorization-server: not-found']],
    ['another issuer', {server: {issuer: 'https://id.example'}}, ['authorization-server: issuer-mismatch']],
    ['no way to register', {server: {registration_endpoint: null}}, ['registration: no-registration']],
    ['PKCE without S256', {server: {code_challenge_methods_supported: ['plain']}}, ['pkce: no-pkce']],
    [
      'an issuer that is not https',
      {resource: {authorization_servers: ['http://id.example']}},
      ['authorization-server: not-https'],
    ],
    [
      'an issuer inside a private network',
      {resource: {authorization_servers: ['https://10.0.0.1']}},
      ['authorization-server: private-address'],
    ],
    ['no challenge', {challenge: null}, ['challenge: no-challenge']],
  ])('names %s', async (_, parts, problems) => {
    expect(await failing(parts)).toEqual(problems);
  });

  it.each<[string, OAuthParts]>([
    ['OpenID Connect discovery', {serverAt: '/.well-known/openid-configuration'}],
    ['a resource above the path', {resource: {resource: 'ORIGIN/'}}],
    [
      'client id metadata documents',
      {server: {registration_endpoint: null, client_id_metadata_document_supported: true}},
    ],
  ])('takes %s', async (_, parts) => {
    const server = await startHttp((request, response, body) => {
      const here = `http://${request.headers.host}`;
      const text = JSON.stringify(parts).replaceAll('ORIGIN', here);
      return protectedBy(JSON.parse(text))(request, response, body);
    });
    const {hops} = asked((await probe({url: `${server.origin}/mcp`})).auth);
    expect(hops.filter(({outcome}) => outcome === 'failed')).toEqual([]);
    expect(hops.at(-1)?.hop).toBe('token');
  });

  it('knows a client id that the entry brings along', async () => {
    const server = await startHttp(protectedBy({server: {registration_endpoint: null}}));
    const url = `${server.origin}/mcp`;
    const {hops} = asked((await probe({url, raw: {type: 'http', url, oauth: {clientId: 'abc'}}})).auth);
    expect(hops.find(({hop}) => hop === 'registration')?.outcome).toBe('ok');
  });
});

describe('refusals without a sign-in', () => {
  it('names the header that the server wants, and tries it at the same origin only', async () => {
    const server = await startHttp((request, response, body) =>
      request.headers['x-notes-key'] === TOKEN
        ? healthy(request, response, body)
        : sendJson(response, 401, {error: 'Missing X-Notes-Key header'}),
    );
    const evidence = await probe({url: `${server.origin}/mcp`, headers: {Authorization: `Bearer ${TOKEN}`}});
    expect(asked(evidence.auth)).toMatchObject({wantedHeader: 'X-Notes-Key', presentedIn: 'Authorization'});
    expect(asked(evidence.http).trials.at(-1)).toMatchObject({what: 'header:X-Notes-Key', isMcp: true});
    expect(JSON.stringify(evidence)).not.toContain(TOKEN);
  });

  it.each([
    '{"error":"unauthorized"}',
    '{"message":"Please sign in. See our X-Ray docs and headers guide"}',
    '{"error":"The token in the Authorization header has expired"}',
  ])('wants no other header because of %s', async (body) => {
    const auth = await authOf(
      (_, response) => response.writeHead(401, {'content-type': 'application/json'}).end(body),
      {
        headers: {Authorization: `Bearer ${TOKEN}`},
      },
    );
    expect(auth.wantedHeader).toBeNull();
  });

  it('blames no missing document where a server only takes fixed tokens', async () => {
    const auth = await authOf((request, response) =>
      request.url === '/mcp'
        ? sendJson(response, 401, {error: 'unauthorized'}, {'www-authenticate': 'Bearer error="invalid_token"'})
        : sendJson(response, 404, {error: 'not found'}),
    );
    expect(auth.hops.filter(({outcome}) => outcome === 'failed')).toEqual([]);
    expect(auth.hops.at(-1)).toMatchObject({hop: 'authorization-server', outcome: 'skipped', problem: 'not-found'});
  });

  it('reads the words of a 403 and walks no chain for it', async () => {
    const auth = await authOf((_, response) =>
      sendJson(response, 403, {error: 'forbidden', message: 'MCP access was switched off by your administrator'}),
    );
    expect(auth).toMatchObject({
      status: 403,
      bodyError: 'forbidden',
      bodyMessage: 'MCP access was switched off by your administrator',
      hops: [{hop: 'challenge', problem: 'no-challenge'}],
    });
  });

  it('reports a refusal that comes with the list of tools only', async () => {
    const auth = await authOf((request, response, body) =>
      body.includes('tools/list')
        ? sendJson(
            response,
            403,
            {error: 'insufficient_scope'},
            {'www-authenticate': 'Bearer error="insufficient_scope", scope="notes:read"'},
          )
        : healthy(request, response, body),
    );
    expect(auth).toMatchObject({status: 403, requiredScopes: ['notes:read'], challenge: {scheme: 'Bearer'}});
  });

  it('sends nothing with a header that HTTP does not allow, and never repeats its value', async () => {
    const server = await startHttp(healthy);
    const value = `Bearer ${TOKEN}\nX: y`;
    const evidence = await probe({url: `${server.origin}/mcp`, headers: {Authorization: value}});
    expect(asked(evidence.http).main).toMatchObject({response: null, error: [{code: 'ERR_INVALID_HEADER'}]});
    expect(asked(evidence.http).main.error[0]?.message).toMatch(/"Authorization".*U\+000A at position/);
    expect(JSON.stringify(evidence)).not.toContain(TOKEN.slice(3, 20));
    expect(server.seen).toEqual([]);
  });

  it('drops white space at the ends of a value, as clients do', async () => {
    const server = await startHttp(protectedBy({token: TOKEN}));
    const evidence = await probe({url: `${server.origin}/mcp`, headers: {Authorization: `Bearer ${TOKEN}\n`}});
    expect(asked(evidence.tools).count).toBe(1);
  });
});

describe('parseChallenges', () => {
  it.each<[string, unknown]>([
    ['Bearer', [{scheme: 'Bearer', params: {}}]],
    ['Bearer realm="a, b", error="x\\"y"', [{scheme: 'Bearer', params: {realm: 'a, b', error: 'x"y'}}]],
    [
      'Basic realm="r", Bearer scope="a b"',
      [
        {scheme: 'Basic', params: {realm: 'r'}},
        {scheme: 'Bearer', params: {scope: 'a b'}},
      ],
    ],
    [
      'Negotiate YII=, Bearer error=invalid_token',
      [
        {scheme: 'Negotiate', params: {}},
        {scheme: 'Bearer', params: {error: 'invalid_token'}},
      ],
    ],
    [
      'Bearer resource_metadata=https://a.example/x?y=1',
      [{scheme: 'Bearer', params: {resource_metadata: 'https://a.example/x?y=1'}}],
    ],
    ['"', []],
  ])('reads %s', (header, challenges) => {
    expect(parseChallenges(header)).toEqual(challenges);
  });
});

describe('URLs that a server names', () => {
  const configured = new URL('https://notes.example/mcp');
  const OUTSIDE = {reach: 'public', addresses: ['8.8.8.8']} as const;
  it.each([
    'http://id.example/',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://10.1.2.3/',
    'https://169.254.169.254/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[fd00::1]/',
    'https://[64:ff9b::a00:1]/',
    'file:///etc/passwd',
    'https://user@id.example/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
  ])('does not ask %s', (url) => {
    expect(mayAsk(configured, OUTSIDE, new URL(url)).isAllowed).toBe(false);
  });
  it('asks public ones, checked at the socket, and its own kind where it was configured', () => {
    const open = mayAsk(configured, OUTSIDE, new URL('https://id.example/'));
    expect(open.isAllowed && open.check?.('8.8.8.8')).toBe(true);
    expect(open.isAllowed && open.check?.('10.0.0.1')).toBe(false);
    expect(
      mayAsk(
        new URL('http://127.0.0.1:1/'),
        {reach: 'loopback', addresses: ['127.0.0.1']},
        new URL('http://localhost:2/'),
      ).isAllowed,
    ).toBe(true);
    expect(
      mayAsk(new URL('http://10.0.0.1/'), {reach: 'private', addresses: ['10.0.0.1']}, new URL('http://10.0.0.2/'))
        .isAllowed,
    ).toBe(false);
    expect(mayAsk(configured, OUTSIDE, new URL('https://notes.example/other')).isAllowed).toBe(true);
  });
  it('does not follow its own name when that leads inside later on', () => {
    const mixed = {reach: 'public', addresses: ['8.8.8.8', '10.0.0.1']} as const;
    const own = (where: Parameters<typeof mayAsk>[1], address: string): boolean | undefined => {
      const permission = mayAsk(configured, where, new URL('https://notes.example/other'));
      return permission.isAllowed && permission.check?.(address);
    };
    expect(own(OUTSIDE, '1.1.1.1')).toBe(true);
    expect(own(OUTSIDE, '127.0.0.1')).toBe(false);
    expect(own(OUTSIDE, '169.254.169.254')).toBe(false);
    // A name that had both from the start may keep both.
    expect(own(mixed, '10.0.0.1')).toBe(true);
    expect(own(mixed, '10.0.0.2')).toBe(false);
    expect(own({reach: 'loopback', addresses: ['127.0.0.1']}, '127.0.0.1')).toBeUndefined();
  });
});

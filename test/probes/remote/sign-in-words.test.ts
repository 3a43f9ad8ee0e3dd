import {expect, it} from 'vitest';
import type {OAuthHop} from '../../../src/model/evidence.ts';
import {asked, probe} from '../../servers/http-entry.ts';
import {endServersAfterwards, startHttp} from '../../servers/http-server.ts';
import {type OAuthParts, protectedBy} from '../../servers/oauth.ts';

endServersAfterwards();

const failedHop = async (parts: OAuthParts): Promise<OAuthHop | undefined> => {
  const server = await startHttp(protectedBy(parts));
  const auth = asked((await probe({url: `${server.origin}/mcp`})).auth);
  return auth.hops.find(({outcome}) => outcome === 'failed');
};

it.each<[string, OAuthParts, string | null, RegExp]>([
  [
    'the list of authorization servers is a text',
    {resource: {authorization_servers: 'https://id.example'}},
    'no-authorization-servers',
    /"authorization_servers" is one text/,
  ],
  [
    'the list of authorization servers is empty',
    {resource: {authorization_servers: []}},
    'no-authorization-servers',
    /no list with an address in it/,
  ],
  [
    'a secret is needed, too',
    {server: {registration_endpoint: null, token_endpoint_auth_methods_supported: ['client_secret_basic']}},
    'no-registration',
    /client secret too/,
  ],
  [
    'the address of the metadata is relative',
    {challenge: 'Bearer resource_metadata="/.well-known/none"'},
    'not-found',
    /"\/\.well-known\/none", which is relative/,
  ],
  [
    'the authorization code is not offered',
    {server: {response_types_supported: ['token']}},
    'no-code',
    /response_types_supported/,
  ],
])('says that %s', async (_, parts, problem, words) => {
  const hop = await failedHop(parts);
  expect(hop?.problem).toBe(problem);
  expect(hop?.seen).toMatch(words);
});

it('takes the code beside other response types', async () => {
  expect(await failedHop({server: {response_types_supported: ['token', 'code id_token']}})).toBeUndefined();
});

it('speaks of no secret where none is needed', async () => {
  const hop = await failedHop({
    server: {registration_endpoint: null, token_endpoint_auth_methods_supported: ['none', 'client_secret_basic']},
  });
  expect(hop?.seen).not.toContain('secret');
});

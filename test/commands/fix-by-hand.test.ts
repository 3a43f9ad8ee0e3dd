import http from 'node:http';
import {expect, onTestFinished, test} from 'vitest';
import {fix} from '../../src/commands/fix.ts';
import {runCommand} from '../helpers/run-command.ts';
import {tempHome} from '../helpers/temp-home.ts';

/** Lets nobody in, and tells where to sign in (RFC 9728, RFC 8414). */
const signInServer = async (): Promise<string> => {
  let base = '';
  const server = http.createServer((request, response) => {
    const say = (status: number, body: object, headers: Record<string, string> = {}): void => {
      response.writeHead(status, {'content-type': 'application/json', ...headers});
      response.end(JSON.stringify(body));
    };
    const url = request.url ?? '';
    if (url.startsWith('/.well-known/oauth-protected-resource'))
      return say(200, {resource: `${base}/mcp`, authorization_servers: [base]});
    if (url.startsWith('/.well-known/'))
      return say(200, {
        issuer: base,
        authorization_endpoint: `${base}/authorize`,
        token_endpoint: `${base}/token`,
        registration_endpoint: `${base}/register`,
        response_types_supported: ['code'],
        code_challenge_methods_supported: ['S256'],
      });
    say(401, {}, {'www-authenticate': `Bearer resource_metadata="${base}/.well-known/oauth-protected-resource/mcp"`});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  base = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  return `${base}/mcp`;
};

test('where a person’s way comes first, it is told beside the value that a change needs', async () => {
  const world = tempHome();
  world.write('home/.claude.json', {mcpServers: {tickets: {type: 'http', url: await signInServer()}}});
  const ran = await runCommand(fix, world, ['fix', 'tickets', '--yes']);
  expect(ran.code).toBe(3);
  expect(ran.out).toMatch(
    /This fix needs an access token .+\nWithout it, by hand: Sign in to the server in Claude Code/,
  );
});

import {describe, expect, it} from 'vitest';
import {diagnose} from '../../src/diagnosis/engine.ts';
import {FAILURES} from '../../src/diagnosis/failures/index.ts';
import {explainText} from '../../src/diagnosis/index.ts';
import {evidenceOf, type PartialEvidence} from '../helpers/evidence.ts';

const first = (text: string): string | undefined => explainText(text)[0]?.id;
const rootOf = (evidence: PartialEvidence): string | undefined =>
  diagnose(evidenceOf(evidence), FAILURES).findings[0]?.id;

/** One reason in the words of many languages, libraries and services. */
describe('a pasted text', () => {
  it.each([
    ['client-time-limit', "Did not observe any item or terminal signal within 20000ms in 'Mono.deferContextual'"],
    ['client-time-limit', 'Timed out while waiting for response to ClientRequest. Waited 5.0 seconds.'],
    ['client-time-limit', 'canceled due to the configured HttpClient.Timeout of 100 seconds elapsing'],
    ['client-time-limit', 'calling "initialize": context deadline exceeded'],
    ['stdout-noise', `invalid character 'S' looking for beginning of value`],
    ['stdout-noise', `System.Text.Json.JsonException: 'L' is an invalid start of a value.`],
    ['stdout-noise', 'stdio transport: serde error expected value at line 1 column 1'],
    ['web-page', `invalid character '<' looking for beginning of value`],
    ['web-page', `System.Text.Json.JsonException: '<' is an invalid start of a value.`],
    ['upstream-unreachable', 'MongoServerSelectionError: connect ECONNREFUSED ::1:27017'],
    ['upstream-unreachable', 'com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure'],
    ['upstream-unreachable', 'dial tcp 10.0.0.3:6379: connect: connection refused'],
    ['connection-refused', 'connect ECONNREFUSED 127.0.0.1:3845'],
    ['env-var-missing', 'called `Result::unwrap()` on an `Err` value: NotPresent'],
    ['env-var-missing', 'could not fetch environment variable "LINEAR_API_KEY" because it is not set'],
    ['env-var-missing', 'API key not configured. Set ACME_API_KEY.'],
    ['missing-command-and-url', 'missing httpUrl (for Streamable HTTP), url (for SSE), and command (for stdio).'],
    ['network-unexplained', 'error sending request for url (https://mcp.acme.example/mcp)'],
    ['package-download-failed', 'error sending request for url (https://pypi.example/simple/mcp/)'],
    [
      'tls-unknown-issuer',
      'The remote certificate is invalid because of errors in the certificate chain: PartialChain',
    ],
    ['tls-unknown-issuer', 'error: invalid peer certificate: UnknownIssuer'],
    [
      'package-download-certificate',
      'Failed to fetch https://pypi.example/simple/mcp: invalid peer certificate: UnknownIssuer',
    ],
    ['token-endpoint-auth-method', 'AADSTS7000215: Invalid client secret provided.'],
    ['sign-in-chain-broken', '{"error":"invalid_scope","error_description":"The requested scope is unknown."}'],
    [
      'request-server-fails',
      "Error retrieving tool list from MCP server: 'a'. Http status code: 424 (Failed Dependency)",
    ],
    ['hello-malformed', '1 validation error for InitializeResult\nprotocolVersion\n  Field required'],
    ['tools-list-malformed', '2 validation errors for ListToolsResult\ntools.0.inputSchema\n  Field required'],
    ['needs-sign-in', 'The github MCP server is not logged in. Run `codex mcp login github`.'],
    ['gateway-timeout', 'FUNCTION_INVOCATION_TIMEOUT'],
    [
      'bot-protection',
      '<title>Request Rejected</title> The requested URL was rejected. Please consult with your administrator.',
    ],
    ['port-in-use', 'Bind for 0.0.0.0:8080 failed: port is already allocated.'],
    [
      'network-unexplained',
      'Error sending message to http://localhost:5000/mcp: TypeError: fetch failed\nServer exited before responding',
    ],
    ['url-invalid', 'Error sending message to file:///undefined: TypeError: fetch failed'],
    ['bad-request', 'Error 422 status sending message to http://localhost:8000/mcp'],
    ['harmless-method-not-found', 'Failed to set log level: JSON RPC method not found: logging/setLevel'],
    ['hello-answered-with-error', 'MPC -32601: Method not found: initialize'],
    ['needs-sign-in', 'Error: Please login to use this server.'],
    ['venv-missing', 'EnvironmentNameNotFound: Could not find conda environment: mcp'],
    ['project-folder-wrong', 'Poetry could not find a pyproject.toml file in / or its parents'],
    [
      'token-refused',
      '/new?oauth_error_description=x&error_description=the%20integration%20rejected+the%20credentials',
    ],
    ['sign-in-expired', 'Your access token could not be refreshed because your refresh token was already used.'],
    ['host-not-found', 'java.nio.channels.UnresolvedAddressException: null'],
    ['called-program-missing', 'Caused by: Git executable not found. Ensure that Git is installed.'],
    ['session-lost', 'MCP error -32000: Server not initialized'],
    ['called-program-missing', 'fish: Unknown command: npx'],
    ['old-node', 'TypeError: fetch is not a function'],
    ['tls-wrong-host', 'java.security.cert.CertificateException: No name matching mcp.acme.example found'],
    ['proxy-refuses-host', 'tunneling socket could not be established, statusCode=403'],
    [
      'proxy-auth-required',
      "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication Required'))",
    ],
    ['proxy-unreachable', 'Error: unable to connect to proxy 127.0.0.1:7890'],
    ['sign-in-state-mismatch', 'OAuth callback timeout: no authorization code received'],
    ['token-not-yet-valid', 'Token is not active yet (nbf)'],
    ['token-refused', 'Error: jwt malformed'],
    ['upstream-scope-missing', 'User does not have bigquery.jobs.create permission in project acme.'],
    ['upstream-scope-missing', 'pods is forbidden: User "mcp" cannot list resource "pods"'],
    ['upstream-credential-refused', 'Incorrect username or password was specified.'],
    ['credential-missing', 'Please provide a valid access token to the MCP server'],
    ['credit-used-up', 'Account suspended due to unpaid invoice'],
    ['quota-used-up', 'The free tier is exhausted.'],
    ['own-clock-wrong', 'The difference between the request time and the current time is too large.'],
    ['own-limit-reached', 'fork: Resource temporarily unavailable'],
    ['killed-by-signal', 'Killed'],
    ['upstream-unreachable', 'Blender is not running or the addon is not enabled'],
    ['upstream-unreachable', 'adb: no devices/emulators found'],
    ['url-invalid', "Invalid MCP server config: TypeError: Failed to construct 'URL': Invalid URL"],
    ['config-syntax-error', 'Failed to parse MCP config: expected a comma at line 9 column 5'],
    ['client-time-limit', 'notes has failed to load after 5.00 s - Operation timed out: recv for mcp client'],
    ['port-in-use', 'Proxy Server PORT IS IN USE at port 6277'],
    ['argument-missing', 'Error: You must specify one of --stdio, --sse, or --streamableHttp'],
    ['stdout-noise', 'Failed to parse message: "info: Microsoft.Hosting.Lifetime[0]"'],
    ['stdout-noise', `Unexpected token '<', "<br /><b>Warning</b>: x"... is not valid JSON`],
    ['web-page', `Unexpected token '<', "<!DOCTYPE "... is not valid JSON`],
    ['server-not-approved', "MCP server 'notes' requires your trust before it can be started"],
    ['server-name-reserved', 'Cannot add MCP server "workspace": this name is reserved.'],
    ['too-many-tools', "Invalid 'tools': array too long. Expected an array with maximum length 128."],
    ['health-check-without-reason', 'There was an error connecting to notes. Please check your server URL.'],
    ['https-on-http-port', String.raw`code 400, message Bad request version ('\x16\x03\x01')`],
    ['request-url-not-https', 'mcp_servers.0.url: URL must start with https://'],
    ['rate-limited', '{"error":"Too many active MCP sessions"}'],
    ['stream-cut', 'SSE stream disconnected: AbortError: This operation was aborted'],
    ['client-time-limit', 'MCP client for `docs` failed to start: request timed out'],
    ['credential-missing', 'Invalid configuration: missing required field "apiKey"'],
    ['server-name-unsafe', "Invalid 'tools[0].server_label': string does not match pattern."],
    ['project-folder-wrong', 'git.exc.InvalidGitRepositoryError: /srv/notes'],
    ['docker-daemon-down', String.raw`dial unix \\.\pipe\dockerBackendApiServer: connect: connection refused`],
    ['token-refused', "Invalid authorization token for MCP server 'notion'."],
  ])('%s: %s', (id, text) => {
    expect(first(text)).toBe(id);
  });

  it.each([
    ['command-holds-arguments', '{"error":"spawn npx ENOENT","code":"ENOENT","path":"npx"} ENOENT'],
    ['upstream-unreachable', 'Failed to connect to MCP server "notes"'],
    ['package-download-failed', 'error sending request for url (https://mcp.acme.example/mcp)'],
    ['policy-forbids', "Error retrieving tool list from MCP server: 'a'. Http status code: 424 (Failed Dependency)"],
    ['client-time-limit', 'the deadline for the report is Friday'],
    ['env-var-missing', 'The configuration is required. Set up your editor first.'],
    ['unspecified-address', 'Bind for 0.0.0.0:8080 failed: port is already allocated.'],
    ['harmless-method-not-found', 'MCP error -32601: Method not found: tools/list'],
    ['unknown-argument', 'fish: Unknown command: npx'],
    ['proxy-unreachable', 'tunneling socket could not be established, statusCode=403'],
    ['killed-by-signal', 'The idea was killed by the committee'],
    ['upstream-unreachable', 'The server is not running in production'],
    ['upstream-scope-missing', 'This client does not have the latest version'],
    ['credential-missing', 'Provide a title and a token of thanks'],
    ['session-lost', 'The variable was not initialized'],
    ['venv-missing', 'the environment variable does not exist'],
    ['needs-sign-in', 'the login was successful'],
    ['stdout-noise', `invalid character '<' looking for beginning of value`],
  ])('is not %s: %s', (id, text) => {
    expect(explainText(text).map((one) => one.id)).not.toContain(id);
  });
});

const refusal = {method: 'POST', url: 'http://127.0.0.1:3000/mcp', headers: {}, body: null};
const answer = (text: string) => ({
  status: 400,
  statusText: 'Bad Request',
  headers: {'content-type': 'application/json'},
  contentType: 'application/json',
  body: {kind: 'json' as const, text, bytes: text.length, title: null, isTruncated: false},
  stream: null,
});

describe('evidence', () => {
  it.each([
    ['version-refused-by-server', 'Bad Request: Unsupported protocol version (supported versions: 2025-03-26)'],
    ['notification-refused', 'Bad Request: no handler for this notification'],
  ])('a refused notification: %s', (id, message) => {
    const text = JSON.stringify({jsonrpc: '2.0', id: null, error: {code: -32000, message}});
    expect(
      rootOf({
        http: {exchanges: [{purpose: 'notifications/initialized', request: refusal, response: answer(text)}]},
        handshake: {},
      }),
    ).toBe(id);
  });

  it('a table in the table of servers is no server without a command', () => {
    const raw = {command: null, notes: {command: 'node', args: ['a.mjs']}};
    expect(rootOf({entry: {name: 'mcpServers', at: ['mcpServers', 'mcpServers'], raw}})).toBe('entry-holds-servers');
    expect(rootOf({entry: {name: 'notes', raw}})).toBe('missing-command-and-url');
  });
});

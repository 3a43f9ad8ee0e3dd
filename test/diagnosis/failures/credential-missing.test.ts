import {expect, it} from 'vitest';
import {credentialMissing} from '../../../src/diagnosis/failures/credential-missing.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(credentialMissing, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/mcp',
      command: null,
      args: [],
      headerNames: [],
      raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
      at: ['mcpServers', 'notes'],
      values: [],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 401,
          statusText: 'Unauthorized',
          headers: {'content-type': 'application/json'},
          contentType: 'application/json',
          body: {kind: 'json', text: '{"error":"unauthorized"}', bytes: 24, title: null, isTruncated: false},
          stream: null,
        },
        error: [],
        bound: null,
        redirects: [],
      },
      exchanges: [
        {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 401,
            statusText: 'Unauthorized',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {kind: 'json', text: '{"error":"unauthorized"}', bytes: 24, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
    },
    auth: {
      status: 401,
      wwwAuthenticate: null,
      challenge: null,
      bodyError: null,
      bodyMessage: 'Missing API key',
      presentedIn: null,
      wantedHeader: 'X-API-Key',
      requiredScopes: [],
      hops: [],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/header X-API-Key.*Missing API key/);
  expect(finding?.fixes[0]?.title).toMatch(/Put the API key of this service into headers\.X-API-Key/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a key was sent',
    {
      auth: {
        status: 401,
        wwwAuthenticate: null,
        challenge: null,
        bodyError: null,
        bodyMessage: null,
        presentedIn: 'Authorization',
        wantedHeader: null,
        requiredScopes: [],
        hops: [],
      },
    },
  ],
  [
    'a sign-in is offered',
    {
      auth: {
        status: 401,
        wwwAuthenticate: null,
        challenge: {
          scheme: 'Bearer',
          params: {resource_metadata: 'https://mcp.notes.example/.well-known/oauth-protected-resource/mcp'},
        },
        bodyError: null,
        bodyMessage: null,
        presentedIn: null,
        wantedHeader: null,
        requiredScopes: [],
        hops: [
          {
            hop: 'challenge',
            asked: null,
            status: 200,
            outcome: 'ok',
            seen: 'WWW-Authenticate names resource_metadata',
            problem: null,
            found: {},
          },
          {
            hop: 'resource-metadata',
            asked: 'https://mcp.notes.example/.well-known/oauth-protected-resource/mcp',
            status: 200,
            outcome: 'ok',
            seen: 'resource and authorization_servers are there',
            problem: null,
            found: {resource: 'https://mcp.notes.example/mcp', authorization_servers: ['https://id.notes.example']},
          },
          {
            hop: 'authorization-server',
            asked: 'https://id.notes.example/.well-known/oauth-authorization-server',
            status: 200,
            outcome: 'ok',
            seen: 'metadata found',
            problem: null,
            found: {issuer: 'https://id.notes.example'},
          },
          {
            hop: 'registration',
            asked: null,
            status: 200,
            outcome: 'ok',
            seen: 'registration_endpoint is there',
            problem: null,
            found: {},
          },
          {hop: 'pkce', asked: null, status: 200, outcome: 'ok', seen: 'S256 is offered', problem: null, found: {}},
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(credentialMissing, evidence)).toBeNull();
});

it('asks for the scheme that the server names', () => {
  const finding = judge(credentialMissing, {
    entry: {transport: 'http', url: 'https://mcp.notes.example/mcp', command: null, headerNames: []},
    auth: {status: 401, wwwAuthenticate: 'Basic realm="notes"', challenge: {scheme: 'Basic', params: {}}, hops: []},
  });
  const [fix] = finding?.fixes ?? [];
  expect(fix?.title).toMatch(/"Basic <user:password in Base64>"/);
  expect(fix).toMatchObject({
    change: {edit: {template: 'Basic {value}', label: 'user:password in Base64 for "notes"'}},
  });
});

import {expect, it} from 'vitest';
import {scopeMissing} from '../../../src/diagnosis/failures/scope-missing.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(scopeMissing, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/mcp',
      command: null,
      args: [],
      headerNames: ['Authorization'],
      raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
      at: ['mcpServers', 'notes'],
      values: [
        {
          path: ['headers', 'Authorization'],
          text: '[secret]',
          length: 24,
          isSecret: true,
          scheme: 'Bearer',
          jwt: {scopes: ['notes:read']},
        },
      ],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 403,
          statusText: '',
          headers: {'content-type': 'application/json'},
          contentType: 'application/json',
          body: {kind: 'json', text: '{"error":"insufficient_scope"}', bytes: 30, title: null, isTruncated: false},
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
            status: 403,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {kind: 'json', text: '{"error":"insufficient_scope"}', bytes: 30, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
    },
    auth: {
      status: 403,
      wwwAuthenticate: 'Bearer error="insufficient_scope", scope="notes:read notes:write"',
      challenge: {scheme: 'Bearer', params: {error: 'insufficient_scope', scope: 'notes:read notes:write'}},
      bodyError: null,
      bodyMessage: null,
      presentedIn: 'Authorization',
      wantedHeader: null,
      requiredScopes: ['notes:read', 'notes:write'],
      hops: [],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/the scope notes:write.*It has: notes:read/);
  expect(finding?.fixes[0]?.title).toMatch(
    /Replace the token in headers\.Authorization by one with the scopes notes:read notes:write/,
  );
});

const others: readonly [string, PartialEvidence][] = [
  [
    'expired',
    {
      auth: {
        status: 401,
        wwwAuthenticate: null,
        challenge: null,
        bodyError: 'invalid_token',
        bodyMessage: null,
        presentedIn: 'Authorization',
        wantedHeader: null,
        requiredScopes: [],
        hops: [],
      },
    },
  ],
  [
    'a policy',
    {
      auth: {
        status: 403,
        wwwAuthenticate: null,
        challenge: null,
        bodyError: null,
        bodyMessage: 'disabled by the administrator',
        presentedIn: 'Authorization',
        wantedHeader: null,
        requiredScopes: [],
        hops: [],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(scopeMissing, evidence)).toBeNull();
});

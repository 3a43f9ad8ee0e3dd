import {expect, it} from 'vitest';
import {bearerMissing} from '../../../src/diagnosis/failures/bearer-missing.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(bearerMissing, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/mcp',
      command: null,
      args: [],
      headerNames: ['Authorization'],
      raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
      at: ['mcpServers', 'notes'],
      values: [{path: ['headers', 'Authorization'], text: '[secret]', length: 24, isSecret: true, scheme: null}],
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
      wwwAuthenticate: 'Bearer error="invalid_token"',
      challenge: {scheme: 'Bearer', params: {error: 'invalid_token'}},
      bodyError: 'invalid_token',
      bodyMessage: null,
      presentedIn: 'Authorization',
      wantedHeader: null,
      requiredScopes: [],
      hops: [],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/scheme "Bearer".*missing/);
  expect(finding?.fixes[0]?.title).toMatch(/Put "Bearer " in front of the token in headers\.Authorization/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the scheme is there',
    {
      entry: {
        transport: 'http',
        url: 'https://mcp.notes.example/mcp',
        command: null,
        args: [],
        headerNames: ['Authorization'],
        raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
        at: ['mcpServers', 'notes'],
        values: [{path: ['headers', 'Authorization'], text: '[secret]', length: 24, isSecret: true, scheme: 'Bearer'}],
      },
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
    'the server wants Basic',
    {
      entry: {
        transport: 'http',
        url: 'https://mcp.notes.example/mcp',
        command: null,
        args: [],
        headerNames: ['Authorization'],
        raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
        at: ['mcpServers', 'notes'],
        values: [{path: ['headers', 'Authorization'], text: '[secret]', length: 24, isSecret: true, scheme: null}],
      },
      auth: {
        status: 401,
        wwwAuthenticate: null,
        challenge: {scheme: 'Basic', params: {}},
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
    'a variable that was not filled in',
    {
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
            scheme: null,
            literalReferences: ['TOKEN'],
          },
        ],
      },
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
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(bearerMissing, evidence)).toBeNull();
});

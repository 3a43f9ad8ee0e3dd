import {expect, it} from 'vitest';
import {schemeMisspelt} from '../../../src/diagnosis/failures/scheme-misspelt.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(schemeMisspelt, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/mcp',
      command: null,
      args: [],
      headerNames: ['Authorization'],
      raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
      at: ['mcpServers', 'notes'],
      values: [{path: ['headers', 'Authorization'], text: '[secret]', length: 24, isSecret: true, scheme: 'Token'}],
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
      wwwAuthenticate: 'Bearer',
      challenge: {scheme: 'Bearer', params: {}},
      bodyError: null,
      bodyMessage: null,
      presentedIn: 'Authorization',
      wantedHeader: null,
      requiredScopes: [],
      hops: [],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/begins with "Token".*"Bearer"/);
  expect(finding?.fixes[0]?.title).toMatch(/Write "Bearer"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'Bearer it is',
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
        challenge: {scheme: 'Bearer', params: {}},
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
    'no scheme at all',
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
    'the server uses a scheme of its own',
    {
      entry: {
        transport: 'http',
        url: 'https://mcp.notes.example/mcp',
        command: null,
        args: [],
        headerNames: ['Authorization'],
        raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
        at: ['mcpServers', 'notes'],
        values: [{path: ['headers', 'Authorization'], text: '[secret]', length: 24, isSecret: true, scheme: 'Token'}],
      },
      auth: {
        status: 401,
        wwwAuthenticate: null,
        challenge: {scheme: 'Digest', params: {}},
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
  expect(judge(schemeMisspelt, evidence)).toBeNull();
});

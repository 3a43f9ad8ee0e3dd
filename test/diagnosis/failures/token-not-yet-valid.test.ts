import {expect, it} from 'vitest';
import {tokenNotYetValid} from '../../../src/diagnosis/failures/token-not-yet-valid.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(tokenNotYetValid, {
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
          jwt: {notBefore: 1795266000},
        },
      ],
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
      bodyMessage: null,
      presentedIn: 'Authorization',
      wantedHeader: null,
      requiredScopes: [],
      hops: [],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/valid only from 2026-11-21 13:00 UTC/);
  expect(finding?.fixes[0]?.title).toMatch(/Wait until 2026-11-21 13:00 UTC/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'valid since yesterday',
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
            scheme: 'Bearer',
            jwt: {notBefore: 1795258800},
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
  [
    'no token',
    {
      entry: {
        transport: 'http',
        url: 'https://mcp.notes.example/mcp',
        command: null,
        args: [],
        headerNames: ['Authorization'],
        raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
        at: ['mcpServers', 'notes'],
        values: [],
      },
      auth: {
        status: 401,
        wwwAuthenticate: null,
        challenge: null,
        bodyError: null,
        bodyMessage: null,
        presentedIn: null,
        wantedHeader: null,
        requiredScopes: [],
        hops: [],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(tokenNotYetValid, evidence)).toBeNull();
});

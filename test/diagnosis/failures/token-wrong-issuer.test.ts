import {expect, it} from 'vitest';
import {tokenWrongIssuer} from '../../../src/diagnosis/failures/token-wrong-issuer.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(tokenWrongIssuer, {
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
          jwt: {issuer: 'https://old-id.notes.example', expiresAt: 1795348800},
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
      bodyError: 'invalid_token',
      bodyMessage: null,
      presentedIn: 'Authorization',
      wantedHeader: null,
      requiredScopes: [],
      hops: [
        {
          hop: 'resource-metadata',
          asked: 'https://mcp.notes.example/.well-known/oauth-protected-resource/mcp',
          status: 200,
          outcome: 'ok',
          seen: 'resource and authorization_servers are there',
          problem: null,
          found: {resource: 'https://mcp.notes.example/mcp', authorization_servers: ['https://id.notes.example']},
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/old-id\.notes\.example.*https:\/\/id\.notes\.example/);
  expect(finding?.fixes[0]?.title).toMatch(/one from https:\/\/id\.notes\.example/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the issuer is the right one',
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
            jwt: {issuer: 'https://id.notes.example/'},
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
        hops: [
          {
            hop: 'resource-metadata',
            asked: 'https://mcp.notes.example/.well-known/oauth-protected-resource/mcp',
            status: 200,
            outcome: 'ok',
            seen: 'resource and authorization_servers are there',
            problem: null,
            found: {resource: 'https://mcp.notes.example/mcp', authorization_servers: ['https://id.notes.example']},
          },
        ],
      },
    },
  ],
  [
    'nothing is known of issuers',
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
            jwt: {issuer: 'https://x.example'},
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
  expect(judge(tokenWrongIssuer, evidence)).toBeNull();
});

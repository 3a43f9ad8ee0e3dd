import {expect, it} from 'vitest';
import {accessForbidden} from '../../../src/diagnosis/failures/access-forbidden.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(accessForbidden, {
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
          body: {kind: 'json', text: '{"error":"forbidden"}', bytes: 21, title: null, isTruncated: false},
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
            body: {kind: 'json', text: '{"error":"forbidden"}', bytes: 21, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
    },
    auth: {
      status: 403,
      wwwAuthenticate: null,
      challenge: null,
      bodyError: 'forbidden',
      bodyMessage: null,
      presentedIn: 'Authorization',
      wantedHeader: null,
      requiredScopes: [],
      hops: [],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/403 Forbidden/);
  expect(finding?.fixes[0]?.title).toMatch(/Ask the operator/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'an unknown token',
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
    'nothing was asked for',
    {
      auth: {
        status: null,
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
  expect(judge(accessForbidden, evidence)).toBeNull();
});

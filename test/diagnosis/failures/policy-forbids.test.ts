import {expect, it} from 'vitest';
import {policyForbids} from '../../../src/diagnosis/failures/policy-forbids.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(policyForbids, {
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
          body: {
            kind: 'json',
            text: '{"message":"MCP access is switched off by the administrator"}',
            bytes: 61,
            title: null,
            isTruncated: false,
          },
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
            body: {
              kind: 'json',
              text: '{"message":"MCP access is switched off by the administrator"}',
              bytes: 61,
              title: null,
              isTruncated: false,
            },
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
      bodyMessage: 'MCP access is switched off by the administrator of acme',
      presentedIn: 'Authorization',
      wantedHeader: null,
      requiredScopes: [],
      hops: [],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/403.*administrator of acme/);
  expect(finding?.fixes[0]?.title).toMatch(/Ask the administrator/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a missing scope',
    {
      auth: {
        status: 403,
        wwwAuthenticate: null,
        challenge: null,
        bodyError: 'insufficient_scope',
        bodyMessage: null,
        presentedIn: 'Authorization',
        wantedHeader: null,
        requiredScopes: [],
        hops: [],
      },
    },
  ],
  [
    'a bare 403',
    {
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
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(policyForbids, evidence)).toBeNull();
});

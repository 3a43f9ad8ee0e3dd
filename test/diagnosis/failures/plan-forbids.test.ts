import {expect, it} from 'vitest';
import {planForbids} from '../../../src/diagnosis/failures/plan-forbids.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(planForbids, {
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
            text: '{"message":"MCP requires a paid plan. Upgrade your plan."}',
            bytes: 58,
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
              text: '{"message":"MCP requires a paid plan. Upgrade your plan."}',
              bytes: 58,
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
      bodyError: null,
      bodyMessage: 'MCP requires a paid plan. Upgrade your plan.',
      presentedIn: 'Authorization',
      wantedHeader: null,
      requiredScopes: [],
      hops: [],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/requires a paid plan/);
  expect(finding?.fixes[0]?.title).toMatch(/Upgrade the plan/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'an administrator',
    {
      auth: {
        status: 403,
        wwwAuthenticate: null,
        challenge: null,
        bodyError: null,
        bodyMessage: 'disabled by your administrator',
        presentedIn: 'Authorization',
        wantedHeader: null,
        requiredScopes: [],
        hops: [],
      },
    },
  ],
  [
    'an unknown token',
    {
      auth: {
        status: 401,
        wwwAuthenticate: null,
        challenge: null,
        bodyError: null,
        bodyMessage: 'upgrade your plan',
        presentedIn: 'Authorization',
        wantedHeader: null,
        requiredScopes: [],
        hops: [],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(planForbids, evidence)).toBeNull();
});

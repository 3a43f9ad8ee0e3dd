import {expect, it} from 'vitest';
import {rateLimited} from '../../../src/diagnosis/failures/rate-limited.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(rateLimited, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/mcp',
      command: null,
      args: [],
      headerNames: ['Authorization'],
      raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
      at: ['mcpServers', 'notes'],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 429,
          statusText: '',
          headers: {'content-type': 'application/json', 'retry-after': '120'},
          contentType: 'application/json',
          body: {kind: 'json', text: '{"error":"rate_limited"}', bytes: 24, title: null, isTruncated: false},
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
            status: 429,
            statusText: '',
            headers: {'content-type': 'application/json', 'retry-after': '120'},
            contentType: 'application/json',
            body: {kind: 'json', text: '{"error":"rate_limited"}', bytes: 24, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/429/);
  expect(finding?.cause).toMatch(/120 seconds \(about 2 minutes, after 12:02 UTC\)/);
  expect(finding?.fixes[0]?.title).toMatch(/Wait 120 seconds/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a 403 without words of a limit',
    {
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
    },
  ],
  ['a healthy server', {http: {}, handshake: {}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(rateLimited, evidence)).toBeNull();
});

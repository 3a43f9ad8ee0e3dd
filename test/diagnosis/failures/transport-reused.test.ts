import {expect, it} from 'vitest';
import {transportReused} from '../../../src/diagnosis/failures/transport-reused.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(transportReused, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 500,
          statusText: '',
          headers: {'content-type': 'text/html'},
          contentType: 'text/html',
          body: {
            kind: 'html',
            text: '<pre>Error: Stateless transport cannot be reused across requests. Create a new transport per request.</pre>',
            bytes: 107,
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
            status: 500,
            statusText: '',
            headers: {'content-type': 'text/html'},
            contentType: 'text/html',
            body: {
              kind: 'html',
              text: '<pre>Error: Stateless transport cannot be reused across requests. Create a new transport per request.</pre>',
              bytes: 107,
              title: null,
              isTruncated: false,
            },
            stream: null,
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/Stateless transport cannot be reused/);
  expect(finding?.fixes[0]?.title).toMatch(/Upgrade the server/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'another 500',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 500,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {kind: 'json', text: '{"error":"internal_error"}', bytes: 26, title: null, isTruncated: false},
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
              status: 500,
              statusText: '',
              headers: {'content-type': 'application/json'},
              contentType: 'application/json',
              body: {kind: 'json', text: '{"error":"internal_error"}', bytes: 26, title: null, isTruncated: false},
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
  expect(judge(transportReused, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {brieflyUnavailable} from '../../../src/diagnosis/failures/briefly-unavailable.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(brieflyUnavailable, {
    http: {
      declared: 'http',
      answered: 'http',
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 503,
          statusText: '',
          headers: {'content-type': 'application/json', 'retry-after': '1'},
          contentType: 'application/json',
          body: {kind: 'json', text: '{"error":"upstream warming up"}', bytes: 31, title: null, isTruncated: false},
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
            status: 503,
            statusText: '',
            headers: {'content-type': 'application/json', 'retry-after': '1'},
            contentType: 'application/json',
            body: {kind: 'json', text: '{"error":"upstream warming up"}', bytes: 31, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
      retries: {statuses: [503, 200], recovered: true, retryAfterMs: 1000},
    },
    handshake: {},
  });
  expect(finding?.cause).toMatch(/HTTP 503.*upstream warming up/);
  expect(finding?.cause).toMatch(/transient/);
  expect(finding?.fixes[0]?.title).toMatch(/Wait 1 second/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'it stays down',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 503,
            statusText: '',
            headers: {'content-type': 'text/plain'},
            contentType: 'text/plain',
            body: {kind: 'text', text: 'x', bytes: 1, title: null, isTruncated: false},
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
              status: 503,
              statusText: '',
              headers: {'content-type': 'text/plain'},
              contentType: 'text/plain',
              body: {kind: 'text', text: 'x', bytes: 1, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
        retries: {statuses: [503, 503, 503], recovered: false, retryAfterMs: null},
      },
    },
  ],
  ['a healthy server', {http: {}, handshake: {}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(brieflyUnavailable, evidence)).toBeNull();
});

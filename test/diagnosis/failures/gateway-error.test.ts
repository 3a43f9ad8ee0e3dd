import {expect, it} from 'vitest';
import {gatewayError} from '../../../src/diagnosis/failures/gateway-error.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(gatewayError, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 502,
          statusText: '',
          headers: {'content-type': 'text/html', server: 'nginx'},
          contentType: 'text/html',
          body: {kind: 'html', text: '<html>', bytes: 6, title: '502 Bad Gateway', isTruncated: false},
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
            status: 502,
            statusText: '',
            headers: {'content-type': 'text/html', server: 'nginx'},
            contentType: 'text/html',
            body: {kind: 'html', text: '<html>', bytes: 6, title: '502 Bad Gateway', isTruncated: false},
            stream: null,
          },
        },
      ],
      retries: {statuses: [502, 502], recovered: false, retryAfterMs: null},
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/gateway.*502.*Bad Gateway/);
  expect(finding?.fixes[0]?.title).toMatch(/Wait a minute/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'it came back',
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
        retries: {statuses: [200], recovered: true, retryAfterMs: null},
      },
    },
  ],
  [
    'an error of the server',
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
            body: {kind: 'json', text: '{}', bytes: 2, title: null, isTruncated: false},
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
              body: {kind: 'json', text: '{}', bytes: 2, title: null, isTruncated: false},
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
  expect(judge(gatewayError, evidence)).toBeNull();
});

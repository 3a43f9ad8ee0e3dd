import {expect, it} from 'vitest';
import {gatewayTimeout} from '../../../src/diagnosis/failures/gateway-timeout.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(gatewayTimeout, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 504,
          statusText: '',
          headers: {'content-type': 'text/html', server: 'nginx'},
          contentType: 'text/html',
          body: {kind: 'html', text: '<html>', bytes: 6, title: '504 Gateway Time-out', isTruncated: false},
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
            status: 504,
            statusText: '',
            headers: {'content-type': 'text/html', server: 'nginx'},
            contentType: 'text/html',
            body: {kind: 'html', text: '<html>', bytes: 6, title: '504 Gateway Time-out', isTruncated: false},
            stream: null,
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/504.*Gateway Time-out/);
  expect(finding?.fixes[0]?.title).toMatch(/run the check again/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a bad gateway',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 502,
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
              status: 502,
              statusText: '',
              headers: {'content-type': 'text/plain'},
              contentType: 'text/plain',
              body: {kind: 'text', text: 'x', bytes: 1, title: null, isTruncated: false},
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
  expect(judge(gatewayTimeout, evidence)).toBeNull();
});

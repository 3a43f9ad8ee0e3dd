import {expect, it} from 'vitest';
import {connectionReset} from '../../../src/diagnosis/failures/connection-reset.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(connectionReset, {
    network: {
      url: 'http://127.0.0.1:3900/mcp',
      scheme: 'http',
      host: '127.0.0.1',
      port: 3900,
      path: '/mcp',
      reach: 'loopback',
      dns: null,
      tcp: [{address: '127.0.0.1', family: 4, isOpen: true}],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'http://127.0.0.1:3900/mcp'},
        response: null,
        error: [
          {name: 'Error', code: 'ECONNRESET', message: 'socket hang up', syscall: null, address: null, port: null},
        ],
        bound: null,
        redirects: [],
      },
      exchanges: [{request: {method: 'POST', url: 'http://127.0.0.1:3900/mcp'}, response: null}],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/127\.0\.0\.1:3900\/mcp takes the connection and closes it.*ECONNRESET/);
  expect(finding?.fixes[0]?.title).toMatch(/0\.0\.0\.0/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'time ran out',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: null,
          error: [],
          bound: 'total-time',
          redirects: [],
        },
        exchanges: [{request: {method: 'POST', url: 'https://mcp.notes.example/mcp'}, response: null}],
      },
    },
  ],
  [
    'an answer came',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 500,
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
              status: 500,
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
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(connectionReset, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {headerNotAscii} from '../../../src/diagnosis/failures/header-not-ascii.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(headerNotAscii, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/mcp',
      command: null,
      args: [],
      headerNames: ['Authorization'],
      raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
      at: ['mcpServers', 'notes'],
      values: [{path: ['headers', 'Authorization'], hasNonAscii: true, isSecret: true}],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: null,
        error: [
          {
            name: 'Error',
            code: 'ERR_INVALID_HEADER',
            message: 'the header "authorization" cannot be sent: it holds a character outside of ASCII',
            syscall: null,
            address: null,
            port: null,
          },
        ],
        bound: null,
        redirects: [],
      },
      exchanges: [{request: {method: 'POST', url: 'https://mcp.notes.example/mcp'}, response: null}],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/header Authorization/);
  expect(finding?.fixes[0]?.title).toMatch(/Paste the value of "Authorization"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the connection was cut',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: null,
          error: [
            {name: 'Error', code: 'ECONNRESET', message: 'socket hang up', syscall: null, address: null, port: null},
          ],
          bound: null,
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
            status: 400,
            statusText: '',
            headers: {'content-type': 'text/plain'},
            contentType: 'text/plain',
            body: {kind: 'text', text: 'invalid header value', bytes: 20, title: null, isTruncated: false},
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
              status: 400,
              statusText: '',
              headers: {'content-type': 'text/plain'},
              contentType: 'text/plain',
              body: {kind: 'text', text: 'invalid header value', bytes: 20, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(headerNotAscii, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {tokenInQuery} from '../../../src/diagnosis/failures/token-in-query.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(tokenInQuery, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/mcp?token=[secret]',
      command: null,
      args: [],
      headerNames: [],
      raw: {type: 'http', url: 'https://mcp.notes.example/mcp?token=[secret]'},
      at: ['mcpServers', 'notes'],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp?token=[secret]'},
        response: {
          status: 400,
          statusText: '',
          headers: {'content-type': 'text/plain'},
          contentType: 'text/plain',
          body: {kind: 'text', text: 'Bad Request', bytes: 11, title: null, isTruncated: false},
          stream: null,
        },
        error: [],
        bound: null,
        redirects: [],
      },
      exchanges: [
        {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp?token=[secret]'},
          response: {
            status: 400,
            statusText: '',
            headers: {'content-type': 'text/plain'},
            contentType: 'text/plain',
            body: {kind: 'text', text: 'Bad Request', bytes: 11, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/\?token=…/);
  expect(finding?.fixes[0]?.title).toMatch(/headers\.Authorization/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'no token in the address',
    {
      entry: {
        transport: 'http',
        url: 'https://mcp.notes.example/mcp',
        command: null,
        args: [],
        headerNames: [],
        raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
        at: ['mcpServers', 'notes'],
      },
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
            body: {kind: 'text', text: 'Bad Request', bytes: 11, title: null, isTruncated: false},
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
              body: {kind: 'text', text: 'Bad Request', bytes: 11, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
  [
    'it works',
    {
      entry: {
        transport: 'http',
        url: 'https://mcp.notes.example/mcp?token=x',
        command: null,
        args: [],
        headerNames: [],
        raw: {type: 'http', url: 'https://mcp.notes.example/mcp?token=x'},
        at: ['mcpServers', 'notes'],
      },
      http: {},
      handshake: {},
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(tokenInQuery, evidence)).toBeNull();
});

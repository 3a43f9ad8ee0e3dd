import {expect, it} from 'vitest';
import {headerBreaksServer} from '../../../src/diagnosis/failures/header-breaks-server.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(headerBreaksServer, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/mcp',
      command: null,
      args: [],
      headerNames: ['X-Notes-Beta'],
      raw: {type: 'http', url: 'https://mcp.notes.example/mcp', headers: {'X-Notes-Beta': '2024-01'}},
      at: ['mcpServers', 'notes'],
    },
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
      trials: [
        {what: 'without-header:X-Notes-Beta', url: 'https://mcp.notes.example/mcp', status: 200, isMcp: true, note: ''},
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/X-Notes-Beta.*500/);
  expect(finding?.fixes[0]?.title).toMatch(/Remove the header "X-Notes-Beta"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'without it the server fails too',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 500,
            statusText: '',
            headers: {},
            contentType: null,
            body: {kind: 'empty', text: '', bytes: 0, title: null, isTruncated: false},
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
              headers: {},
              contentType: null,
              body: {kind: 'empty', text: '', bytes: 0, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
        trials: [
          {
            what: 'without-header:X-Notes-Beta',
            url: 'https://mcp.notes.example/mcp',
            status: 500,
            isMcp: false,
            note: '',
          },
        ],
      },
    },
  ],
  [
    'another trial worked',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 404,
            statusText: '',
            headers: {},
            contentType: null,
            body: {kind: 'empty', text: '', bytes: 0, title: null, isTruncated: false},
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
              status: 404,
              statusText: '',
              headers: {},
              contentType: null,
              body: {kind: 'empty', text: '', bytes: 0, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
        trials: [{what: 'path:/mcp', url: 'https://mcp.notes.example/mcp', status: 200, isMcp: true, note: ''}],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(headerBreaksServer, evidence)).toBeNull();
});

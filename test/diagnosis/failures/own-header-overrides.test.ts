import {expect, it} from 'vitest';
import {ownHeaderOverrides} from '../../../src/diagnosis/failures/own-header-overrides.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(ownHeaderOverrides, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/mcp',
      command: null,
      args: [],
      headerNames: ['Accept'],
      raw: {type: 'http', url: 'https://mcp.notes.example/mcp', headers: {Accept: 'application/json'}},
      at: ['mcpServers', 'notes'],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 406,
          statusText: '',
          headers: {'content-type': 'text/plain'},
          contentType: 'text/plain',
          body: {kind: 'text', text: 'Not Acceptable', bytes: 14, title: null, isTruncated: false},
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
            status: 406,
            statusText: '',
            headers: {'content-type': 'text/plain'},
            contentType: 'text/plain',
            body: {kind: 'text', text: 'Not Acceptable', bytes: 14, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/header Accept/);
  expect(finding?.cause).toMatch(/406/);
  expect(finding?.fixes[0]?.title).toMatch(/Remove the header "Accept"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'other headers',
    {
      entry: {
        transport: 'http',
        url: 'https://mcp.notes.example/mcp',
        command: null,
        args: [],
        headerNames: ['X-Team'],
        raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
        at: ['mcpServers', 'notes'],
      },
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 406,
            statusText: '',
            headers: {'content-type': 'text/plain'},
            contentType: 'text/plain',
            body: {kind: 'text', text: 'Not Acceptable', bytes: 14, title: null, isTruncated: false},
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
              status: 406,
              statusText: '',
              headers: {'content-type': 'text/plain'},
              contentType: 'text/plain',
              body: {kind: 'text', text: 'Not Acceptable', bytes: 14, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
  [
    'it works all the same',
    {
      entry: {
        transport: 'http',
        url: 'https://mcp.notes.example/mcp',
        command: null,
        args: [],
        headerNames: ['Accept'],
        raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
        at: ['mcpServers', 'notes'],
      },
      http: {},
      handshake: {},
    },
  ],
  [
    'a sign-in is asked for',
    {
      entry: {
        transport: 'http',
        url: 'https://mcp.notes.example/mcp',
        command: null,
        args: [],
        headerNames: ['Accept'],
        raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
        at: ['mcpServers', 'notes'],
      },
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 401,
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
              status: 401,
              statusText: '',
              headers: {},
              contentType: null,
              body: {kind: 'empty', text: '', bytes: 0, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(ownHeaderOverrides, evidence)).toBeNull();
});

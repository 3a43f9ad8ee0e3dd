import {expect, it} from 'vitest';
import {pathNotFound} from '../../../src/diagnosis/failures/path-not-found.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(pathNotFound, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/',
      command: null,
      args: [],
      headerNames: [],
      raw: {type: 'http', url: 'https://mcp.notes.example/'},
      at: ['mcpServers', 'notes'],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/'},
        response: {
          status: 404,
          statusText: '',
          headers: {'content-type': 'application/json'},
          contentType: 'application/json',
          body: {kind: 'json', text: '{"error":"not found"}', bytes: 21, title: null, isTruncated: false},
          stream: null,
        },
        error: [],
        bound: null,
        redirects: [],
      },
      exchanges: [
        {
          request: {method: 'POST', url: 'https://mcp.notes.example/'},
          response: {
            status: 404,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {kind: 'json', text: '{"error":"not found"}', bytes: 21, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
      trials: [{what: 'path:/mcp', url: 'https://mcp.notes.example/mcp', status: 200, isMcp: true, note: ''}],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/404/);
  expect(finding?.cause).toMatch(/https:\/\/mcp\.notes\.example\/mcp/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to "https:\/\/mcp\.notes\.example\/mcp"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a lost session',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 404,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {
              kind: 'json',
              text: '{"error":{"code":-32001,"message":"Session not found"}}',
              bytes: 55,
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
              status: 404,
              statusText: '',
              headers: {'content-type': 'application/json'},
              contentType: 'application/json',
              body: {
                kind: 'json',
                text: '{"error":{"code":-32001,"message":"Session not found"}}',
                bytes: 55,
                title: null,
                isTruncated: false,
              },
              stream: null,
            },
          },
        ],
      },
    },
  ],
  [
    'a sign-in is asked for',
    {
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
        trials: [],
      },
    },
  ],
  ['a healthy server', {http: {}, handshake: {}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(pathNotFound, evidence)).toBeNull();
});

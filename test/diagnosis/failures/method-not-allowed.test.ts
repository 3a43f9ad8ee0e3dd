import {expect, it} from 'vitest';
import {methodNotAllowed} from '../../../src/diagnosis/failures/method-not-allowed.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(methodNotAllowed, {
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
          status: 405,
          statusText: '',
          headers: {'content-type': 'text/plain', allow: 'GET, HEAD'},
          contentType: 'text/plain',
          body: {kind: 'text', text: 'Method Not Allowed', bytes: 18, title: null, isTruncated: false},
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
            status: 405,
            statusText: '',
            headers: {'content-type': 'text/plain', allow: 'GET, HEAD'},
            contentType: 'text/plain',
            body: {kind: 'text', text: 'Method Not Allowed', bytes: 18, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/405.*GET, HEAD/);
  expect(finding?.fixes[0]?.title).toMatch(/Correct "url"/);
});

const others: readonly [string, PartialEvidence][] = [
  ['only the optional GET stream is refused', {http: {}, handshake: {}}],
  [
    'the other transport answered',
    {
      http: {
        declared: 'http',
        answered: 'sse',
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 405,
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
              status: 405,
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
  expect(judge(methodNotAllowed, evidence)).toBeNull();
});

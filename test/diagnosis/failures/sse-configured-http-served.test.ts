import {expect, it} from 'vitest';
import {sseConfiguredHttpServed} from '../../../src/diagnosis/failures/sse-configured-http-served.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(sseConfiguredHttpServed, {
    entry: {
      transport: 'sse',
      url: 'http://127.0.0.1:3900/mcp',
      command: null,
      args: [],
      headerNames: [],
      raw: {type: 'sse', url: 'http://127.0.0.1:3900/mcp'},
      at: ['mcpServers', 'notes'],
    },
    http: {
      declared: 'sse',
      answered: null,
      main: {
        request: {method: 'GET', url: 'http://127.0.0.1:3900/mcp'},
        response: {
          status: 405,
          statusText: '',
          headers: {'content-type': 'text/plain'},
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
          request: {method: 'GET', url: 'http://127.0.0.1:3900/mcp'},
          response: {
            status: 405,
            statusText: '',
            headers: {'content-type': 'text/plain'},
            contentType: 'text/plain',
            body: {kind: 'text', text: 'Method Not Allowed', bytes: 18, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
      trials: [{what: 'transport:http', url: 'http://127.0.0.1:3900/mcp', status: 200, isMcp: true, note: ''}],
    },
  });
  expect(finding?.cause).toMatch(/says "sse".*Streamable HTTP.*HTTP 405/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "type" to "http"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'neither transport answers',
    {
      http: {
        declared: 'sse',
        answered: null,
        main: {
          request: {method: 'GET', url: 'https://mcp.notes.example/mcp'},
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
            request: {method: 'GET', url: 'https://mcp.notes.example/mcp'},
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
        trials: [{what: 'transport:http', url: 'http://127.0.0.1:3900/mcp', status: 404, isMcp: false, note: ''}],
      },
    },
  ],
  ['sse is right', {http: {declared: 'sse', answered: 'sse'}, handshake: {}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(sseConfiguredHttpServed, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {jsonNotRpc} from '../../../src/diagnosis/failures/json-not-rpc.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(jsonNotRpc, {
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
          status: 200,
          statusText: '',
          headers: {'content-type': 'application/json'},
          contentType: 'application/json',
          body: {
            kind: 'json',
            text: '{"status":"ok","service":"notes-rest-api"}',
            bytes: 42,
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
            status: 200,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {
              kind: 'json',
              text: '{"status":"ok","service":"notes-rest-api"}',
              bytes: 42,
              title: null,
              isTruncated: false,
            },
            stream: null,
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/not JSON-RPC/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to the MCP endpoint/);
});

const others: readonly [string, PartialEvidence][] = [
  ['an MCP answer', {http: {}, handshake: {}}],
  [
    'an error',
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
            body: {kind: 'json', text: '{"error":"x"}', bytes: 13, title: null, isTruncated: false},
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
              body: {kind: 'json', text: '{"error":"x"}', bytes: 13, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(jsonNotRpc, evidence)).toBeNull();
});

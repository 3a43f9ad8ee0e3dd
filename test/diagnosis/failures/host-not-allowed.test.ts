import {expect, it} from 'vitest';
import {hostNotAllowed} from '../../../src/diagnosis/failures/host-not-allowed.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(hostNotAllowed, {
    entry: {
      transport: 'http',
      url: 'http://localhost:3900/mcp',
      command: null,
      args: [],
      headerNames: [],
      raw: {type: 'http', url: 'http://localhost:3900/mcp'},
      at: ['mcpServers', 'notes'],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'http://localhost:3900/mcp'},
        response: {
          status: 403,
          statusText: '',
          headers: {'content-type': 'application/json'},
          contentType: 'application/json',
          body: {
            kind: 'json-rpc',
            text: '{"jsonrpc":"2.0","error":{"code":-32000,"message":"Invalid Host: localhost"},"id":null}',
            bytes: 87,
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
          request: {method: 'POST', url: 'http://localhost:3900/mcp'},
          response: {
            status: 403,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {
              kind: 'json-rpc',
              text: '{"jsonrpc":"2.0","error":{"code":-32000,"message":"Invalid Host: localhost"},"id":null}',
              bytes: 87,
              title: null,
              isTruncated: false,
            },
            stream: null,
          },
        },
      ],
      trials: [{what: 'host:127.0.0.1', url: 'http://127.0.0.1:3900/mcp', status: 200, isMcp: true, note: ''}],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/"localhost"/);
  expect(finding?.cause).toMatch(/403/);
  expect(finding?.cause).toMatch(/127\.0\.0\.1/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to "http:\/\/127\.0\.0\.1:3900\/mcp"/);
  expect(finding?.fixes[1]?.title).toMatch(/Allow the host "localhost"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a permission',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 403,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {kind: 'json', text: '{"error":"forbidden"}', bytes: 21, title: null, isTruncated: false},
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
              status: 403,
              statusText: '',
              headers: {'content-type': 'application/json'},
              contentType: 'application/json',
              body: {kind: 'json', text: '{"error":"forbidden"}', bytes: 21, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
  [
    'the origin is refused',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 403,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {kind: 'json', text: '{"error":"Invalid Origin header"}', bytes: 33, title: null, isTruncated: false},
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
              status: 403,
              statusText: '',
              headers: {'content-type': 'application/json'},
              contentType: 'application/json',
              body: {
                kind: 'json',
                text: '{"error":"Invalid Origin header"}',
                bytes: 33,
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
  ['a healthy server', {http: {}, handshake: {}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(hostNotAllowed, evidence)).toBeNull();
});

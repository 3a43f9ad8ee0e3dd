import {expect, it} from 'vitest';
import {singleSessionServer} from '../../../src/diagnosis/failures/single-session-server.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(singleSessionServer, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 400,
          statusText: '',
          headers: {'content-type': 'application/json'},
          contentType: 'application/json',
          body: {
            kind: 'json-rpc',
            text: '{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request: Server already initialized"},"id":null}',
            bytes: 107,
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
            status: 400,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {
              kind: 'json-rpc',
              text: '{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request: Server already initialized"},"id":null}',
              bytes: 107,
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
  expect(finding?.cause).toMatch(/Server already initialized/);
  expect(finding?.fixes[0]?.title).toMatch(/Restart the server/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'another refusal',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 400,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {
              kind: 'json',
              text: '{"error":{"message":"Bad Request"}}',
              bytes: 35,
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
              status: 400,
              statusText: '',
              headers: {'content-type': 'application/json'},
              contentType: 'application/json',
              body: {
                kind: 'json',
                text: '{"error":{"message":"Bad Request"}}',
                bytes: 35,
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
  expect(judge(singleSessionServer, evidence)).toBeNull();
});

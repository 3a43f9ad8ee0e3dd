import {expect, it} from 'vitest';
import {sessionRequired} from '../../../src/diagnosis/failures/session-required.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(sessionRequired, {
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
            text: '{"jsonrpc":"2.0","error":{"code":-32000,"message":"Bad Request: No valid session ID provided"},"id":null}',
            bytes: 105,
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
              text: '{"jsonrpc":"2.0","error":{"code":-32000,"message":"Bad Request: No valid session ID provided"},"id":null}',
              bytes: 105,
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
  expect(finding?.cause).toMatch(/400.*No valid session ID/);
  expect(finding?.fixes[0]?.title).toMatch(/\/messages/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'another 400',
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
            body: {kind: 'json', text: '{"error":"invalid json"}', bytes: 24, title: null, isTruncated: false},
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
              body: {kind: 'json', text: '{"error":"invalid json"}', bytes: 24, title: null, isTruncated: false},
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
  expect(judge(sessionRequired, evidence)).toBeNull();
});

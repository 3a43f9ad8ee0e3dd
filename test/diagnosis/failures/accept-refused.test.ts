import {expect, it} from 'vitest';
import {acceptRefused} from '../../../src/diagnosis/failures/accept-refused.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(acceptRefused, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 406,
          statusText: '',
          headers: {'content-type': 'application/json'},
          contentType: 'application/json',
          body: {
            kind: 'json-rpc',
            text: '{"jsonrpc":"2.0","error":{"code":-32000,"message":"Not Acceptable: Client must accept both application/json and text/event-stream"},"id":null}',
            bytes: 142,
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
            status: 406,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {
              kind: 'json-rpc',
              text: '{"jsonrpc":"2.0","error":{"code":-32000,"message":"Not Acceptable: Client must accept both application/json and text/event-stream"},"id":null}',
              bytes: 142,
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
  expect(finding?.cause).toMatch(/406/);
  expect(finding?.fixes[0]?.title).toMatch(/Accept/);
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
            status: 415,
            statusText: '',
            headers: {'content-type': 'text/plain'},
            contentType: 'text/plain',
            body: {kind: 'text', text: 'Unsupported', bytes: 11, title: null, isTruncated: false},
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
              status: 415,
              statusText: '',
              headers: {'content-type': 'text/plain'},
              contentType: 'text/plain',
              body: {kind: 'text', text: 'Unsupported', bytes: 11, title: null, isTruncated: false},
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
  expect(judge(acceptRefused, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {answerTruncated} from '../../../src/diagnosis/failures/answer-truncated.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(answerTruncated, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 200,
          statusText: '',
          headers: {'content-type': 'application/json', 'content-length': '412'},
          contentType: 'application/json',
          body: {kind: 'broken-json', text: '{"jsonrpc":"2.0","id":1,"res', bytes: 28, title: null, isTruncated: true},
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
            headers: {'content-type': 'application/json', 'content-length': '412'},
            contentType: 'application/json',
            body: {
              kind: 'broken-json',
              text: '{"jsonrpc":"2.0","id":1,"res',
              bytes: 28,
              title: null,
              isTruncated: true,
            },
            stream: null,
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/cut off.*412/);
  expect(finding?.fixes[0]?.title).toMatch(/log of the server/);
});

const others: readonly [string, PartialEvidence][] = [
  ['a whole answer', {http: {}, handshake: {}}],
  [
    'an answer that is no JSON at all',
    {
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
            body: {kind: 'broken-json', text: '{oops}', bytes: 6, title: null, isTruncated: false},
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
              body: {kind: 'broken-json', text: '{oops}', bytes: 6, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(answerTruncated, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {answerEncodingBroken} from '../../../src/diagnosis/failures/answer-encoding-broken.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(answerEncodingBroken, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 200,
          statusText: '',
          headers: {'content-encoding': 'gzip'},
          contentType: null,
          body: {kind: 'binary', text: '', bytes: 0, title: null, isTruncated: false},
          stream: null,
        },
        error: [
          {
            name: 'Error',
            code: 'Z_DATA_ERROR',
            message: 'incorrect header check',
            syscall: null,
            address: null,
            port: null,
          },
        ],
        bound: null,
        redirects: [],
      },
      exchanges: [
        {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 200,
            statusText: '',
            headers: {'content-encoding': 'gzip'},
            contentType: null,
            body: {kind: 'binary', text: '', bytes: 0, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/content-encoding: gzip/);
  expect(finding?.fixes[0]?.title).toMatch(/gzip/);
});

const others: readonly [string, PartialEvidence][] = [
  ['packed rightly', {http: {main: {response: {headers: {'content-encoding': 'gzip'}}}}, handshake: {}}],
  [
    'text',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 200,
            statusText: '',
            headers: {'content-type': 'text/plain'},
            contentType: 'text/plain',
            body: {kind: 'text', text: 'hello', bytes: 5, title: null, isTruncated: false},
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
              headers: {'content-type': 'text/plain'},
              contentType: 'text/plain',
              body: {kind: 'text', text: 'hello', bytes: 5, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(answerEncodingBroken, evidence)).toBeNull();
});

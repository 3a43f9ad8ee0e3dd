import {expect, it} from 'vitest';
import {answerTooLarge} from '../../../src/diagnosis/failures/answer-too-large.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(answerTooLarge, {
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
          body: {kind: 'text', text: 'aaaa', bytes: 4, title: null, isTruncated: false},
          stream: null,
        },
        error: [],
        bound: 'body-size',
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
            body: {kind: 'text', text: 'aaaa', bytes: 4, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/4 MB/);
  expect(finding?.fixes[0]?.title).toMatch(/operator/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the time ran out',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 200,
            statusText: '',
            headers: {'content-type': 'text/event-stream'},
            contentType: 'text/event-stream',
            body: {kind: 'sse', text: '', bytes: 0, title: null, isTruncated: false},
            stream: null,
          },
          error: [],
          bound: 'total-time',
          redirects: [],
        },
        exchanges: [
          {
            request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
            response: {
              status: 200,
              statusText: '',
              headers: {'content-type': 'text/event-stream'},
              contentType: 'text/event-stream',
              body: {kind: 'sse', text: '', bytes: 0, title: null, isTruncated: false},
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
  expect(judge(answerTooLarge, evidence)).toBeNull();
});

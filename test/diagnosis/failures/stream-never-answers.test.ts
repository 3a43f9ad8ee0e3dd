import {expect, it} from 'vitest';
import {streamNeverAnswers} from '../../../src/diagnosis/failures/stream-never-answers.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(streamNeverAnswers, {
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
          body: {kind: 'sse', text: ': keepalive\n\n', bytes: 13, title: null, isTruncated: false},
          stream: {events: 0, comments: 14, hasAnswer: false},
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
            body: {kind: 'sse', text: ': keepalive\n\n', bytes: 13, title: null, isTruncated: false},
            stream: {events: 0, comments: 14, hasAnswer: false},
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/event stream.*never comes.*14 keep-alive/);
  expect(finding?.fixes[0]?.title).toMatch(/X-Accel-Buffering/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the answer came',
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
            body: {kind: 'sse', text: 'data: {}\n\n', bytes: 10, title: null, isTruncated: false},
            stream: {events: 1, comments: 0, hasAnswer: true},
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
              headers: {'content-type': 'text/event-stream'},
              contentType: 'text/event-stream',
              body: {kind: 'sse', text: 'data: {}\n\n', bytes: 10, title: null, isTruncated: false},
              stream: {events: 1, comments: 0, hasAnswer: true},
            },
          },
        ],
      },
      handshake: {},
    },
  ],
  [
    'no stream',
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
            body: {kind: 'json', text: '{}', bytes: 2, title: null, isTruncated: false},
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
              body: {kind: 'json', text: '{}', bytes: 2, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(streamNeverAnswers, evidence)).toBeNull();
});

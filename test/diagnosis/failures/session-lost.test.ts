import {expect, it} from 'vitest';
import {sessionLost} from '../../../src/diagnosis/failures/session-lost.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(sessionLost, {
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
            kind: 'json-rpc',
            text: '{"jsonrpc":"2.0","id":1,"result":{}}',
            bytes: 36,
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
        {purpose: 'initialize'},
        {
          purpose: 'tools/list',
          response: {
            status: 404,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {
              kind: 'json-rpc',
              text: '{"jsonrpc":"2.0","error":{"code":-32001,"message":"Session not found"},"id":null}',
              bytes: 81,
              title: null,
              isTruncated: false,
            },
            stream: null,
          },
        },
      ],
      sessionId: true,
    },
    tools: {error: {code: -32001, message: 'Session not found', data: null}},
  });
  expect(finding?.cause).toMatch(/tools\/list gets HTTP 404.*Session not found/);
  expect(finding?.fixes[0]?.title).toMatch(/Reconnect/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'no session was made',
    {
      http: {
        sessionId: false,
        exchanges: [
          {
            purpose: 'tools/list',
            response: {
              status: 404,
              statusText: '',
              headers: {'content-type': 'application/json'},
              contentType: 'application/json',
              body: {kind: 'json', text: '{"error":"Session not found"}', bytes: 29, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
  [
    'a 404 of something else',
    {
      http: {
        sessionId: true,
        exchanges: [
          {purpose: 'initialize'},
          {
            purpose: 'tools/list',
            response: {
              status: 404,
              statusText: '',
              headers: {'content-type': 'application/json'},
              contentType: 'application/json',
              body: {kind: 'json', text: '{"error":"not found"}', bytes: 21, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(sessionLost, evidence)).toBeNull();
});

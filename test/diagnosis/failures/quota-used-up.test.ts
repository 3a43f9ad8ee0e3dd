import {expect, it} from 'vitest';
import {quotaUsedUp} from '../../../src/diagnosis/failures/quota-used-up.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(quotaUsedUp, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 429,
          statusText: '',
          headers: {'content-type': 'application/json', 'retry-after': '7200'},
          contentType: 'application/json',
          body: {
            kind: 'json',
            text: '{"message":"Monthly quota exceeded for this workspace"}',
            bytes: 55,
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
            status: 429,
            statusText: '',
            headers: {'content-type': 'application/json', 'retry-after': '7200'},
            contentType: 'application/json',
            body: {
              kind: 'json',
              text: '{"message":"Monthly quota exceeded for this workspace"}',
              bytes: 55,
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
  expect(finding?.cause).toMatch(/Monthly quota exceeded/);
  expect(finding?.cause).toMatch(/7200 seconds/);
  expect(finding?.fixes[0]?.title).toMatch(/Wait 7200 seconds/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'requests per minute',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 429,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {
              kind: 'json',
              text: '{"message":"Rate limit: 60 requests per minute"}',
              bytes: 48,
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
              status: 429,
              statusText: '',
              headers: {'content-type': 'application/json'},
              contentType: 'application/json',
              body: {
                kind: 'json',
                text: '{"message":"Rate limit: 60 requests per minute"}',
                bytes: 48,
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
            body: {kind: 'json', text: '{"message":"forbidden"}', bytes: 23, title: null, isTruncated: false},
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
              body: {kind: 'json', text: '{"message":"forbidden"}', bytes: 23, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(quotaUsedUp, evidence)).toBeNull();
});

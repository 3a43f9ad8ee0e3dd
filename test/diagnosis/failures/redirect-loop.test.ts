import {expect, it} from 'vitest';
import {redirectLoop} from '../../../src/diagnosis/failures/redirect-loop.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(redirectLoop, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 307,
          statusText: '',
          headers: {},
          contentType: null,
          body: {kind: 'empty', text: '', bytes: 0, title: null, isTruncated: false},
          stream: null,
        },
        error: [],
        bound: 'redirects',
        redirects: [
          {
            status: 307,
            from: 'https://mcp.notes.example/mcp',
            to: 'https://mcp.notes.example/mcp/',
            isSameOrigin: true,
            followed: true,
            why: null,
          },
          {
            status: 307,
            from: 'https://mcp.notes.example/mcp/',
            to: 'https://mcp.notes.example/mcp',
            isSameOrigin: true,
            followed: false,
            why: null,
          },
        ],
      },
      exchanges: [
        {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 307,
            statusText: '',
            headers: {},
            contentType: null,
            body: {kind: 'empty', text: '', bytes: 0, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/in a circle.*mcp\//);
  expect(finding?.fixes[0]?.title).toMatch(/operator of the server/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'one redirect',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 301,
            statusText: '',
            headers: {},
            contentType: null,
            body: {kind: 'empty', text: '', bytes: 0, title: null, isTruncated: false},
            stream: null,
          },
          error: [],
          bound: null,
          redirects: [
            {
              status: 301,
              from: 'https://mcp.notes.example/mcp',
              to: 'https://mcp.notes.example/mcp/v2',
              isSameOrigin: true,
              followed: false,
              why: 'x',
            },
          ],
        },
        exchanges: [
          {
            request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
            response: {
              status: 301,
              statusText: '',
              headers: {},
              contentType: null,
              body: {kind: 'empty', text: '', bytes: 0, title: null, isTruncated: false},
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
  expect(judge(redirectLoop, evidence)).toBeNull();
});

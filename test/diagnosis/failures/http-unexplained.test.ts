import {expect, it} from 'vitest';
import {httpUnexplained} from '../../../src/diagnosis/failures/http-unexplained.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(httpUnexplained, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 418,
          statusText: '',
          headers: {'content-type': 'text/plain'},
          contentType: 'text/plain',
          body: {kind: 'text', text: "I'm a teapot", bytes: 12, title: null, isTruncated: false},
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
            status: 418,
            statusText: '',
            headers: {'content-type': 'text/plain'},
            contentType: 'text/plain',
            body: {kind: 'text', text: "I'm a teapot", bytes: 12, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/418/);
  expect(finding?.fixes[0]?.title).toMatch(/Compare the URL/);
});

const others: readonly [string, PartialEvidence][] = [
  ['a healthy server', {http: {}, handshake: {}}],
  [
    'a sign-in is asked for',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 401,
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
              status: 401,
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
  [
    'a JSON-RPC error',
    {http: {answered: 'http'}, handshake: {version: null, error: {code: -32603, message: 'x', data: null}}},
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(httpUnexplained, evidence)).toBeNull();
});

it('a server that asks for a proxy sign-in without being a proxy', () => {
  const http = {answered: null, main: {response: {status: 407}}} as const;
  expect(judge(httpUnexplained, {network: {proxy: null}, http})?.cause).toMatch(/407/);
  expect(judge(httpUnexplained, {network: {proxy: {variable: 'HTTPS_PROXY', isBypassed: false}}, http})).toBeNull();
});

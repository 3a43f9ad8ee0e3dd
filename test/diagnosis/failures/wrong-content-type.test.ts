import {expect, it} from 'vitest';
import {wrongContentType} from '../../../src/diagnosis/failures/wrong-content-type.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(wrongContentType, {
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
        {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 200,
            statusText: '',
            headers: {'content-type': 'text/plain'},
            contentType: 'text/plain',
            body: {
              kind: 'json-rpc',
              text: '{"jsonrpc":"2.0","id":1,"result":{}}',
              bytes: 36,
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
  expect(finding?.cause).toMatch(/text\/plain/);
  expect(finding?.fixes[0]?.title).toMatch(/application\/json/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'application/json with a charset',
    {http: {main: {response: {contentType: 'application/json; charset=utf-8'}}}, handshake: {}},
  ],
  [
    'a web page',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 200,
            statusText: '',
            headers: {'content-type': 'text/html'},
            contentType: 'text/html',
            body: {kind: 'html', text: '<html>', bytes: 6, title: null, isTruncated: false},
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
              headers: {'content-type': 'text/html'},
              contentType: 'text/html',
              body: {kind: 'html', text: '<html>', bytes: 6, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(wrongContentType, evidence)).toBeNull();
});

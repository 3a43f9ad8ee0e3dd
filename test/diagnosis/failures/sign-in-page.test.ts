import {expect, it} from 'vitest';
import {signInPage} from '../../../src/diagnosis/failures/sign-in-page.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(signInPage, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/mcp',
      command: null,
      args: [],
      headerNames: [],
      raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
      at: ['mcpServers', 'notes'],
    },
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
          body: {
            kind: 'html',
            text: '<html><title>Acme: sign in</title><input type="password"></html>',
            bytes: 64,
            title: 'Acme: sign in',
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
            headers: {'content-type': 'text/html'},
            contentType: 'text/html',
            body: {
              kind: 'html',
              text: '<html><title>Acme: sign in</title><input type="password"></html>',
              bytes: 64,
              title: 'Acme: sign in',
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
  expect(finding?.cause).toMatch(/Acme: sign in/);
  expect(finding?.fixes[0]?.title).toMatch(/headers\.Authorization/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'an app page',
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
            body: {kind: 'html', text: '<html></html>', bytes: 13, title: 'Team dashboard', isTruncated: false},
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
              body: {kind: 'html', text: '<html></html>', bytes: 13, title: 'Team dashboard', isTruncated: false},
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
  expect(judge(signInPage, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {redirectToSignIn} from '../../../src/diagnosis/failures/redirect-to-sign-in.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(redirectToSignIn, {
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
          status: 302,
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
            status: 302,
            from: 'https://mcp.notes.example/mcp',
            to: 'https://sso.notes.example/login?next=mcp',
            isSameOrigin: false,
            followed: false,
            why: 'it leads to another origin',
          },
        ],
      },
      exchanges: [
        {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 302,
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
  expect(finding?.cause).toMatch(/302.*https:\/\/sso\.notes\.example\/login/);
  expect(finding?.fixes[0]?.title).toMatch(/headers\.Authorization/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the address moved',
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
  ['no redirect', {http: {}, handshake: {}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(redirectToSignIn, evidence)).toBeNull();
});

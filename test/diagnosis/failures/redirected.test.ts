import {expect, it} from 'vitest';
import {redirected} from '../../../src/diagnosis/failures/redirected.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(redirected, {
    entry: {
      transport: 'http',
      url: 'http://127.0.0.1:3900/mcp',
      command: null,
      args: [],
      headerNames: [],
      raw: {type: 'http', url: 'http://127.0.0.1:3900/mcp'},
      at: ['mcpServers', 'notes'],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'http://127.0.0.1:3900/mcp'},
        response: {
          status: 301,
          statusText: '',
          headers: {location: '/mcp/v2'},
          contentType: null,
          body: {kind: 'empty', text: '', bytes: 0, title: null, isTruncated: false},
          stream: null,
        },
        error: [],
        bound: null,
        redirects: [
          {
            status: 301,
            from: 'http://127.0.0.1:3900/mcp',
            to: 'http://127.0.0.1:3900/mcp/v2',
            isSameOrigin: true,
            followed: false,
            why: 'a 301 turns the POST into a GET and drops its body',
          },
        ],
      },
      exchanges: [
        {
          request: {method: 'POST', url: 'http://127.0.0.1:3900/mcp'},
          response: {
            status: 301,
            statusText: '',
            headers: {location: '/mcp/v2'},
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
  expect(finding?.cause).toMatch(/301/);
  expect(finding?.cause).toMatch(/POST becomes a GET/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to "http:\/\/127\.0\.0\.1:3900\/mcp\/v2"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a redirect that works',
    {
      http: {
        main: {
          redirects: [
            {
              status: 308,
              from: 'https://mcp.notes.example/mcp',
              to: 'https://mcp.notes.example/mcp/',
              isSameOrigin: true,
              followed: true,
              why: null,
            },
          ],
        },
      },
      handshake: {},
    },
  ],
  ['no redirect', {http: {}, handshake: {}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(redirected, evidence)).toBeNull();
});

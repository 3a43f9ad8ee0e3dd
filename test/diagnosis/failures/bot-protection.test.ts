import {expect, it} from 'vitest';
import {botProtection} from '../../../src/diagnosis/failures/bot-protection.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(botProtection, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 403,
          statusText: '',
          headers: {'content-type': 'text/html', server: 'cloudflare', 'cf-mitigated': 'challenge'},
          contentType: 'text/html',
          body: {
            kind: 'html',
            text: '<!doctype html><title>Just a moment...</title>',
            bytes: 46,
            title: 'Just a moment...',
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
            status: 403,
            statusText: '',
            headers: {'content-type': 'text/html', server: 'cloudflare', 'cf-mitigated': 'challenge'},
            contentType: 'text/html',
            body: {
              kind: 'html',
              text: '<!doctype html><title>Just a moment...</title>',
              bytes: 46,
              title: 'Just a moment...',
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
  expect(finding?.cause).toMatch(/cloudflare.*403.*Just a moment/);
  expect(finding?.fixes[0]?.title).toMatch(/owner of the site/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the server itself says no',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 403,
            statusText: '',
            headers: {'content-type': 'application/json', server: 'cloudflare'},
            contentType: 'application/json',
            body: {kind: 'json', text: '{"error":"forbidden"}', bytes: 21, title: null, isTruncated: false},
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
              headers: {'content-type': 'application/json', server: 'cloudflare'},
              contentType: 'application/json',
              body: {kind: 'json', text: '{"error":"forbidden"}', bytes: 21, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
  [
    'a page of the app',
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
            body: {kind: 'html', text: '<!doctype html>', bytes: 15, title: 'Dashboard', isTruncated: false},
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
              body: {kind: 'html', text: '<!doctype html>', bytes: 15, title: 'Dashboard', isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(botProtection, evidence)).toBeNull();
});

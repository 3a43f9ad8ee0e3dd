import {expect, it} from 'vitest';
import {captivePortal} from '../../../src/diagnosis/failures/captive-portal.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(captivePortal, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status: 511,
          statusText: '',
          headers: {'content-type': 'text/html'},
          contentType: 'text/html',
          body: {
            kind: 'html',
            text: '<html><title>Guest WiFi login</title></html>',
            bytes: 44,
            title: 'Guest WiFi login',
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
            status: 511,
            statusText: '',
            headers: {'content-type': 'text/html'},
            contentType: 'text/html',
            body: {
              kind: 'html',
              text: '<html><title>Guest WiFi login</title></html>',
              bytes: 44,
              title: 'Guest WiFi login',
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
  expect(finding?.cause).toMatch(/511.*Guest WiFi login/);
  expect(finding?.fixes[0]?.title).toMatch(/Open a browser/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the sign-in page of a company',
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
            body: {
              kind: 'html',
              text: '<html><input type="password"></html>',
              bytes: 36,
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
                text: '<html><input type="password"></html>',
                bytes: 36,
                title: 'Acme: sign in',
                isTruncated: false,
              },
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
  expect(judge(captivePortal, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {otherServiceOnPort} from '../../../src/diagnosis/failures/other-service-on-port.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(otherServiceOnPort, {
    entry: {
      transport: 'http',
      url: 'http://127.0.0.1:3900/mcp',
      command: null,
      args: [],
      headerNames: [],
      raw: {type: 'http', url: 'http://127.0.0.1:3900/mcp'},
      at: ['mcpServers', 'notes'],
    },
    network: {
      url: 'http://127.0.0.1:3900/mcp',
      scheme: 'http',
      host: '127.0.0.1',
      port: 3900,
      path: '/mcp',
      reach: 'loopback',
      dns: null,
      tcp: [{address: '127.0.0.1', family: 4, isOpen: true}],
      otherPorts: [{port: 3901, isMcp: true, serverName: 'notes'}],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'http://127.0.0.1:3900/mcp'},
        response: {
          status: 404,
          statusText: '',
          headers: {'content-type': 'text/html'},
          contentType: 'text/html',
          body: {
            kind: 'html',
            text: '<!doctype html><title>Vite + React</title>Cannot POST /mcp',
            bytes: 58,
            title: 'Vite + React',
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
          request: {method: 'POST', url: 'http://127.0.0.1:3900/mcp'},
          response: {
            status: 404,
            statusText: '',
            headers: {'content-type': 'text/html'},
            contentType: 'text/html',
            body: {
              kind: 'html',
              text: '<!doctype html><title>Vite + React</title>Cannot POST /mcp',
              bytes: 58,
              title: 'Vite + React',
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
  expect(finding?.cause).toMatch(/Port 3900.*Vite \+ React/);
  expect(finding?.cause).toMatch(/port 3901/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to "http:\/\/127\.0\.0\.1:3901\/mcp"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a page of a remote host',
    {
      network: {},
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 404,
            statusText: '',
            headers: {'content-type': 'text/html'},
            contentType: 'text/html',
            body: {kind: 'html', text: '<html>', bytes: 6, title: 'Not found', isTruncated: false},
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
              status: 404,
              statusText: '',
              headers: {'content-type': 'text/html'},
              contentType: 'text/html',
              body: {kind: 'html', text: '<html>', bytes: 6, title: 'Not found', isTruncated: false},
              stream: null,
            },
          },
        ],
      },
    },
  ],
  [
    'a plain 404 of the server itself',
    {
      network: {
        url: 'http://127.0.0.1:3900/mcp',
        scheme: 'http',
        host: '127.0.0.1',
        port: 3900,
        path: '/mcp',
        reach: 'loopback',
        dns: null,
        tcp: [{address: '127.0.0.1', family: 4, isOpen: true}],
      },
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'http://127.0.0.1:3900/mcp'},
          response: {
            status: 404,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {kind: 'json', text: '{"error":"not found"}', bytes: 21, title: null, isTruncated: false},
            stream: null,
          },
          error: [],
          bound: null,
          redirects: [],
        },
        exchanges: [
          {
            request: {method: 'POST', url: 'http://127.0.0.1:3900/mcp'},
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
  [
    'a healthy server',
    {
      network: {
        url: 'http://127.0.0.1:3900/mcp',
        scheme: 'http',
        host: '127.0.0.1',
        port: 3900,
        path: '/mcp',
        reach: 'loopback',
        dns: null,
        tcp: [{address: '127.0.0.1', family: 4, isOpen: true}],
      },
      http: {},
      handshake: {},
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(otherServiceOnPort, evidence)).toBeNull();
});

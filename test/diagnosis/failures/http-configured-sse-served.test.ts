import {expect, it} from 'vitest';
import {httpConfiguredSseServed} from '../../../src/diagnosis/failures/http-configured-sse-served.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(httpConfiguredSseServed, {
    entry: {
      transport: 'http',
      url: 'http://127.0.0.1:3900/sse',
      command: null,
      args: [],
      headerNames: [],
      raw: {type: 'http', url: 'http://127.0.0.1:3900/sse'},
      at: ['mcpServers', 'notes'],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'http://127.0.0.1:3900/sse'},
        response: {
          status: 405,
          statusText: '',
          headers: {'content-type': 'text/plain'},
          contentType: 'text/plain',
          body: {kind: 'text', text: 'Method Not Allowed', bytes: 18, title: null, isTruncated: false},
          stream: null,
        },
        error: [],
        bound: null,
        redirects: [],
      },
      exchanges: [
        {
          request: {method: 'POST', url: 'http://127.0.0.1:3900/sse'},
          response: {
            status: 405,
            statusText: '',
            headers: {'content-type': 'text/plain'},
            contentType: 'text/plain',
            body: {kind: 'text', text: 'Method Not Allowed', bytes: 18, title: null, isTruncated: false},
            stream: null,
          },
        },
      ],
      trials: [{what: 'transport:sse', url: 'http://127.0.0.1:3900/sse', status: 200, isMcp: true, note: ''}],
    },
  });
  expect(finding?.cause).toMatch(/says "http".*SSE transport.*HTTP 405/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "type" to "sse"/);
});

const others: readonly [string, PartialEvidence][] = [
  ['http is right', {http: {}, handshake: {}}],
  [
    'this client tries both by itself',
    {
      entry: {
        transport: 'http',
        url: 'http://127.0.0.1:3900/sse',
        command: null,
        args: [],
        headerNames: [],
        raw: {url: 'http://127.0.0.1:3900/sse'},
        at: ['mcpServers', 'notes'],
        rules: {urlWithoutType: 'http-then-sse'},
      },
      http: {answered: 'sse'},
      handshake: {},
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(httpConfiguredSseServed, evidence)).toBeNull();
});

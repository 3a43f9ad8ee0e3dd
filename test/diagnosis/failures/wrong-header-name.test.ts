import {expect, it} from 'vitest';
import {wrongHeaderName} from '../../../src/diagnosis/failures/wrong-header-name.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(wrongHeaderName, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/mcp',
      command: null,
      args: [],
      headerNames: ['Authorization'],
      raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
      at: ['mcpServers', 'notes'],
      values: [{path: ['headers', 'Authorization'], text: '[secret]', length: 24, isSecret: true, scheme: 'Bearer'}],
    },
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
          body: {
            kind: 'json',
            text: '{"message":"Missing X-API-Key header"}',
            bytes: 38,
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
            status: 401,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {
              kind: 'json',
              text: '{"message":"Missing X-API-Key header"}',
              bytes: 38,
              title: null,
              isTruncated: false,
            },
            stream: null,
          },
        },
      ],
      trials: [{what: 'header:X-API-Key', url: 'https://mcp.notes.example/mcp', status: 200, isMcp: true, note: ''}],
    },
    auth: {
      status: 401,
      wwwAuthenticate: null,
      challenge: null,
      bodyError: 'missing_credentials',
      bodyMessage: 'Missing X-API-Key header',
      presentedIn: 'Authorization',
      wantedHeader: 'X-API-Key',
      requiredScopes: [],
      hops: [],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/X-API-Key.*Authorization/);
  expect(finding?.cause).toMatch(/is accepted/);
  expect(finding?.fixes[0]?.title).toMatch(/Rename the header "Authorization" to "X-API-Key", with the bare key/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'nothing was sent',
    {
      auth: {
        status: 401,
        wwwAuthenticate: null,
        challenge: null,
        bodyError: null,
        bodyMessage: null,
        presentedIn: null,
        wantedHeader: 'X-API-Key',
        requiredScopes: [],
        hops: [],
      },
    },
  ],
  [
    'the right header was sent',
    {
      auth: {
        status: 401,
        wwwAuthenticate: null,
        challenge: null,
        bodyError: null,
        bodyMessage: null,
        presentedIn: 'x-api-key',
        wantedHeader: 'X-API-Key',
        requiredScopes: [],
        hops: [],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(wrongHeaderName, evidence)).toBeNull();
});

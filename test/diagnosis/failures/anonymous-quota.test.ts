import {expect, it} from 'vitest';
import {anonymousQuota} from '../../../src/diagnosis/failures/anonymous-quota.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(anonymousQuota, {
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
          status: 429,
          statusText: '',
          headers: {'content-type': 'application/json'},
          contentType: 'application/json',
          body: {
            kind: 'json',
            text: '{"message":"Monthly quota exceeded. Create a free API key for more requests."}',
            bytes: 78,
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
            status: 429,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {
              kind: 'json',
              text: '{"message":"Monthly quota exceeded. Create a free API key for more requests."}',
              bytes: 78,
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
  expect(finding?.cause).toMatch(/sends no key/);
  expect(finding?.cause).toMatch(/Monthly quota exceeded/);
  expect(finding?.fixes[0]?.title).toMatch(/headers\.Authorization/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a key is sent',
    {
      entry: {
        transport: 'http',
        url: 'https://mcp.notes.example/mcp',
        command: null,
        args: [],
        headerNames: ['Authorization'],
        raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
        at: ['mcpServers', 'notes'],
      },
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 429,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {
              kind: 'json',
              text: '{"message":"Monthly quota exceeded"}',
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
              status: 429,
              statusText: '',
              headers: {'content-type': 'application/json'},
              contentType: 'application/json',
              body: {
                kind: 'json',
                text: '{"message":"Monthly quota exceeded"}',
                bytes: 36,
                title: null,
                isTruncated: false,
              },
              stream: null,
            },
          },
        ],
      },
    },
  ],
  [
    'no credit',
    {
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
            status: 402,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {kind: 'json', text: '{"error":"insufficient_credits"}', bytes: 32, title: null, isTruncated: false},
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
              status: 402,
              statusText: '',
              headers: {'content-type': 'application/json'},
              contentType: 'application/json',
              body: {
                kind: 'json',
                text: '{"error":"insufficient_credits"}',
                bytes: 32,
                title: null,
                isTruncated: false,
              },
              stream: null,
            },
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(anonymousQuota, evidence)).toBeNull();
});

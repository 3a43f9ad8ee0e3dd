import {expect, it} from 'vitest';
import {pathNotFound} from '../../../src/diagnosis/failures/path-not-found.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(pathNotFound, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/',
      command: null,
      args: [],
      headerNames: [],
      raw: {type: 'http', url: 'https://mcp.notes.example/'},
      at: ['mcpServers', 'notes'],
    },
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/'},
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
          request: {method: 'POST', url: 'https://mcp.notes.example/'},
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
      trials: [{what: 'path:/mcp', url: 'https://mcp.notes.example/mcp', status: 200, isMcp: true, note: ''}],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/404/);
  expect(finding?.cause).toMatch(/https:\/\/mcp\.notes\.example\/mcp/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to "https:\/\/mcp\.notes\.example\/mcp"/);
});

const atRoot = (trials: readonly {what: string; url: string; status: number}[]): PartialEvidence => ({
  entry: {
    transport: 'http',
    url: 'https://mcp.notes.example/',
    command: null,
    args: [],
    headerNames: [],
    raw: {type: 'http', url: 'https://mcp.notes.example/'},
  },
  http: {
    answered: null,
    main: {
      request: {method: 'POST', url: 'https://mcp.notes.example/'},
      response: {status: 404, body: {kind: 'json', text: '{"error":"not found"}', title: null}},
    },
    trials: trials.map((trial) => ({...trial, isMcp: false, note: ''})),
  },
  handshake: {skipped: 'no MCP answer'},
  tools: {skipped: 'no MCP answer'},
});
const trialAt = (path: string, status: number) => ({
  what: `path:${path}`,
  url: `https://mcp.notes.example${path}`,
  status,
});

it('proposes the path beside it that asks for a sign-in', () => {
  const finding = judge(pathNotFound, atRoot([trialAt('/mcp', 401), trialAt('/api/mcp', 404)]));
  expect(finding?.cause).toMatch(/mcp\.notes\.example\/mcp the same server asks for a sign-in \(HTTP 401\)/);
  expect(finding?.confidence).toBe('likely');
  expect(finding?.fixes.map(({title}) => title)[0]).toBe('Set "url" to "https://mcp.notes.example/mcp"');
  expect(finding?.fixes).toHaveLength(2);
});

it.each([
  ['every path asks for a sign-in', [trialAt('/mcp', 401), trialAt('/api/mcp', 401)]],
  ['the other path is forbidden', [trialAt('/mcp', 403), trialAt('/api/mcp', 404)]],
  ['another transport asks for it', [{...trialAt('/sse', 401), what: 'transport:sse path:/sse'}]],
])('only asks the person where %s', (_, trials) => {
  const finding = judge(pathNotFound, atRoot(trials));
  expect(finding?.fixes.map(({id}) => id)).toEqual(['ask-url']);
  expect(finding?.cause).toMatch(/The host is right, the path is not\.$/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a lost session',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 404,
            statusText: '',
            headers: {'content-type': 'application/json'},
            contentType: 'application/json',
            body: {
              kind: 'json',
              text: '{"error":{"code":-32001,"message":"Session not found"}}',
              bytes: 55,
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
              status: 404,
              statusText: '',
              headers: {'content-type': 'application/json'},
              contentType: 'application/json',
              body: {
                kind: 'json',
                text: '{"error":{"code":-32001,"message":"Session not found"}}',
                bytes: 55,
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
    'a sign-in is asked for',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: {
            status: 401,
            statusText: '',
            headers: {},
            contentType: null,
            body: {kind: 'empty', text: '', bytes: 0, title: null, isTruncated: false},
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
              headers: {},
              contentType: null,
              body: {kind: 'empty', text: '', bytes: 0, title: null, isTruncated: false},
              stream: null,
            },
          },
        ],
        trials: [],
      },
    },
  ],
  ['a healthy server', {http: {}, handshake: {}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(pathNotFound, evidence)).toBeNull();
});

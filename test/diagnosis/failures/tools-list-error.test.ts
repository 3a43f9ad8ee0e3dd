import {toolsListError} from '../../../src/diagnosis/failures/tools-list-error.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

/** HTTP refuses the list: what the probe tells of it. */
const refusedTools = (httpStatus: number, message: string): NonNullable<PartialEvidence['tools']> => ({
  error: {code: 0, message, data: null},
  isUnusable: true,
  httpStatus,
  stoppedAt: 'error',
  count: 0,
  names: [],
});

const refused = (status: number, text: string): NonNullable<PartialEvidence['http']> => ({
  exchanges: [
    {
      purpose: 'tools/list',
      startedAt: '2026-03-01T09:00:00.000Z',
      response: {
        status,
        statusText: '',
        headers: {},
        contentType: 'application/json',
        body: {kind: 'json', text, bytes: text.length, title: null, isTruncated: false},
        stream: null,
      },
    },
  ],
});

evidenceCases(toolsListError, {
  matches: [
    {
      name: 'an inner error',
      evidence: {
        handshake: {},
        tools: {error: {code: -32603, message: 'relation "tools" does not exist'}, stoppedAt: 'error'},
      },
      cause: [/tools\/list/, /-32603/, /relation "tools"/],
    },
    {
      name: 'an answer without a list',
      evidence: {
        handshake: {},
        tools: {
          error: {code: 0, message: 'the answer holds no list under "tools": {}'},
          isUnusable: true,
          stoppedAt: 'error',
        },
      },
      cause: [/no list under "tools"/],
      fix: /list \(array\)/,
    },
    {
      name: "an error with code 0 in the server's own words",
      evidence: {
        handshake: {},
        tools: {error: {code: 0, message: 'dial tcp: no such host db'}, stoppedAt: 'error'},
      },
      cause: [/with the error 0: "dial tcp/],
      fix: /^Correct what the server names: "dial tcp/,
    },
    {
      name: 'JSON-RPC with status 500',
      evidence: {
        handshake: {},
        http: refused(500, '{"jsonrpc":"2.0"}'),
        tools: {error: {code: -32603, message: 'database is down'}, httpStatus: 500, stoppedAt: 'error'},
      },
      cause: [/-32603 \(HTTP status 500\): "database is down"/],
      fix: /^Correct what the server names/,
    },
    {
      name: 'HTTP 500 with a body of its own',
      evidence: {
        handshake: {},
        entry: {name: 'my notes', headerNames: ['X-Beta']},
        http: refused(500, '{"error":"Internal Server Error"}'),
        tools: refusedTools(500, '{"error":"Internal Server Error"}'),
      },
      cause: [/tools\/list with HTTP 500: "Internal Server Error"\. It fails inside/],
      fix: /^Look into the log of the server at [^\n]* HTTP 500[^\n]*\nRun mcp-fix bisect "my notes": [^\n]*X-Beta/,
    },
    {
      name: 'HTTP 404, whose exchange is no longer there',
      evidence: {handshake: {}, entry: {headerNames: ['X-Beta']}, tools: refusedTools(404, 'Not Found')},
      cause: [/tools\/list with HTTP 404: "Not Found"\. Clients show no tools/],
      fix: /^Look into the log of the server: it says why tools\/list gets HTTP 404[^\n]*$/,
    },
  ],
  misses: [
    {name: 'fine', evidence: {tools: {}}},
    {name: 'a sign-in is asked for', evidence: {handshake: {}, tools: refusedTools(401, 'sign in first')}},
    {name: 'too many requests', evidence: {handshake: {}, tools: refusedTools(429, 'slow down')}},
    {name: 'closed', evidence: {tools: {closed: true, error: {message: 'closed'}}}},
  ],
});

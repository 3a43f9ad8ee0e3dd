import {expect, it} from 'vitest';
import {errorBehindSuccess} from '../../../src/diagnosis/failures/error-behind-success.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

const answered = (body: unknown, status = 200): PartialEvidence => {
  const text = JSON.stringify(body);
  return {
    entry: {transport: 'http', url: 'https://mcp.notes.example/mcp', command: null, args: [], headerNames: []},
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: {
          status,
          statusText: '',
          headers: {'content-type': 'application/json'},
          contentType: 'application/json',
          body: {kind: 'json', text, bytes: text.length, title: null, isTruncated: false},
          stream: null,
        },
        error: [],
        bound: null,
        redirects: [],
      },
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  };
};

it.each([
  ['auth', {success: false, error: 'unauthorized: api key required'}],
  ['quota', {error: {message: 'rate limit exceeded'}}],
  ['runtime', {status: 'error', message: 'database is locked'}],
  ['runtime', {errors: [{message: 'Must provide query string.'}]}],
])('%s: %j', (kind, body) => {
  const finding = judge(errorBehindSuccess, answered(body));
  expect(finding?.class).toBe(kind);
  expect(finding?.cause).toMatch(/error of its own/);
  expect(finding?.fixes[0]?.title).toMatch(kind === 'auth' ? /token/ : /Correct what the service names/);
});

it.each([
  ['another API', {status: 'ok', service: 'notes-rest-api'}, 200],
  ['an error with its status', {error: 'unauthorized'}, 401],
  ['a message of MCP', {jsonrpc: '2.0', id: 1, error: {code: 1, message: 'no'}}, 200],
  ['no error', {error: null, data: []}, 200],
])('stays clear: %s', (_, body, status) => {
  expect(judge(errorBehindSuccess, answered(body, status))).toBeNull();
});

import {expect, it} from 'vitest';
import {httpTimeout} from '../../../src/diagnosis/failures/http-timeout.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(httpTimeout, {
    http: {
      declared: 'http',
      answered: null,
      main: {
        request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
        response: null,
        error: [],
        bound: 'total-time',
        redirects: [],
      },
      exchanges: [{request: {method: 'POST', url: 'https://mcp.notes.example/mcp'}, response: null}],
    },
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  });
  expect(finding?.cause).toMatch(/sends nothing back/);
  expect(finding?.fixes[0]?.title).toMatch(/--timeout/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the connection was cut',
    {
      http: {
        declared: 'http',
        answered: null,
        main: {
          request: {method: 'POST', url: 'https://mcp.notes.example/mcp'},
          response: null,
          error: [
            {name: 'Error', code: 'ECONNRESET', message: 'socket hang up', syscall: null, address: null, port: null},
          ],
          bound: null,
          redirects: [],
        },
        exchanges: [{request: {method: 'POST', url: 'https://mcp.notes.example/mcp'}, response: null}],
      },
    },
  ],
  ['a healthy server', {http: {}, handshake: {}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(httpTimeout, evidence)).toBeNull();
});

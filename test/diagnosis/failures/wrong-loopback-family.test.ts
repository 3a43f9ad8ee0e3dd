import {expect, it} from 'vitest';
import {wrongLoopbackFamily} from '../../../src/diagnosis/failures/wrong-loopback-family.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(wrongLoopbackFamily, {
    entry: {
      transport: 'http',
      url: 'http://127.0.0.1:3900/mcp',
      command: null,
      args: [],
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
      tcp: [
        {
          address: '127.0.0.1',
          family: 4,
          isOpen: false,
          error: {
            name: 'Error',
            code: 'ECONNREFUSED',
            message: 'connect ECONNREFUSED 127.0.0.1:3900',
            syscall: 'connect',
            address: '127.0.0.1',
            port: 3900,
          },
          ms: 1,
        },
      ],
      openAt: ['::1'],
    },
  });
  expect(finding?.cause).toMatch(/127\.0\.0\.1:3900/);
  expect(finding?.cause).toMatch(/::1/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to "http:\/\/\[::1\]:3900\/mcp"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'nothing listens on either',
    {
      network: {
        url: 'http://127.0.0.1:3900/mcp',
        scheme: 'http',
        host: '127.0.0.1',
        port: 3900,
        path: '/mcp',
        reach: 'loopback',
        dns: null,
        tcp: [
          {
            address: '127.0.0.1',
            family: 4,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ECONNREFUSED',
              message: 'connect ECONNREFUSED 127.0.0.1:3900',
              syscall: 'connect',
              address: '127.0.0.1',
              port: 3900,
            },
            ms: 1,
          },
        ],
      },
    },
  ],
  [
    'the address asked for is open',
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
        openAt: ['::1'],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(wrongLoopbackFamily, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {connectionRefused} from '../../../src/diagnosis/failures/connection-refused.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(connectionRefused, {
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
    },
  });
  expect(finding?.cause).toMatch(/127\.0\.0\.1:3900 \(ECONNREFUSED\)/);
  expect(finding?.fixes[0]?.title).toMatch(/Start the server for port 3900/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'one of two addresses is open',
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
            address: '::1',
            family: 6,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ECONNREFUSED',
              message: 'connect ECONNREFUSED ::1:3900',
              syscall: 'connect',
              address: '::1',
              port: 3900,
            },
            ms: 1,
          },
          {address: '127.0.0.1', family: 4, isOpen: true},
        ],
      },
    },
  ],
  [
    'it times out',
    {
      network: {
        tcp: [
          {
            address: '203.0.113.7',
            family: 4,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ETIMEDOUT',
              message: 'connect ETIMEDOUT 203.0.113.7:443',
              syscall: 'connect',
              address: '203.0.113.7',
              port: 443,
            },
            ms: 9,
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(connectionRefused, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {unspecifiedAddress} from '../../../src/diagnosis/failures/unspecified-address.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(unspecifiedAddress, {
    entry: {
      transport: 'http',
      url: 'http://0.0.0.0:3900/mcp',
      command: null,
      args: [],
      raw: {type: 'http', url: 'http://0.0.0.0:3900/mcp'},
      at: ['mcpServers', 'notes'],
    },
    network: {
      url: 'http://0.0.0.0:3900/mcp',
      scheme: 'http',
      host: '0.0.0.0',
      port: 3900,
      path: '/mcp',
      reach: 'loopback',
      dns: null,
      tcp: [
        {
          address: '0.0.0.0',
          family: 4,
          isOpen: false,
          error: {
            name: 'Error',
            code: 'EADDRNOTAVAIL',
            message: 'connect EADDRNOTAVAIL 0.0.0.0:443',
            syscall: 'connect',
            address: '0.0.0.0',
            port: 443,
          },
          ms: 9,
        },
      ],
    },
  });
  expect(finding?.cause).toMatch(/0\.0\.0\.0/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to "http:\/\/127\.0\.0\.1:3900\/mcp"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'it works on this machine',
    {
      network: {
        url: 'http://127.0.0.1:3900/mcp',
        scheme: 'http',
        host: '0.0.0.0',
        port: 3900,
        path: '/mcp',
        reach: 'loopback',
        dns: null,
        tcp: [{address: '0.0.0.0', family: 4, isOpen: true}],
      },
    },
  ],
  [
    'another address is refused',
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
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(unspecifiedAddress, evidence)).toBeNull();
});

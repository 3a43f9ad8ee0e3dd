import {expect, it} from 'vitest';
import {ownFirewallRefuses} from '../../../src/diagnosis/failures/own-firewall-refuses.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(ownFirewallRefuses, {
    network: {
      tcp: [
        {
          address: '203.0.113.7',
          family: 4,
          isOpen: false,
          error: {
            name: 'Error',
            code: 'EACCES',
            message: 'connect EACCES 203.0.113.7:443',
            syscall: 'connect',
            address: '203.0.113.7',
            port: 443,
          },
          ms: 1,
        },
      ],
    },
  });
  expect(finding?.cause).toMatch(/forbids the connection to mcp\.notes\.example:443/);
  expect(finding?.fixes[0]?.title).toMatch(/Allow connections to mcp\.notes\.example:443/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the server refuses',
    {
      network: {
        tcp: [
          {
            address: '203.0.113.7',
            family: 4,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ECONNREFUSED',
              message: 'connect ECONNREFUSED 203.0.113.7:443',
              syscall: 'connect',
              address: '203.0.113.7',
              port: 443,
            },
            ms: 1,
          },
        ],
      },
    },
  ],
  [
    'all is well',
    {
      network: {},
    },
  ],
  [
    'requests go through a proxy',
    {
      network: {
        tcp: [
          {
            address: '203.0.113.7',
            family: 4,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'EACCES',
              message: 'connect EACCES 203.0.113.7:443',
              syscall: 'connect',
              address: '203.0.113.7',
              port: 443,
            },
            ms: 1,
          },
        ],
        proxy: {
          variable: 'HTTPS_PROXY',
          url: 'http://p:1',
          isBypassed: false,
        },
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(ownFirewallRefuses, evidence)).toBeNull();
});

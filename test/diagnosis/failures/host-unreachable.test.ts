import {expect, it} from 'vitest';
import {hostUnreachable} from '../../../src/diagnosis/failures/host-unreachable.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(hostUnreachable, {
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
  });
  expect(finding?.cause).toMatch(/mcp\.notes\.example:443 does not answer \(ETIMEDOUT\)/);
  expect(finding?.fixes[0]?.title).toMatch(/port 443 to mcp\.notes\.example/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'one address is open',
    {
      network: {
        tcp: [
          {
            address: '2001:db8::1',
            family: 4,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ENETUNREACH',
              message: 'connect ENETUNREACH 2001:db8::1:443',
              syscall: 'connect',
              address: '2001:db8::1',
              port: 443,
            },
            ms: 9,
          },
          {address: '203.0.113.7', family: 4, isOpen: true},
        ],
      },
    },
  ],
  [
    'this machine is offline',
    {
      network: {
        tcp: [
          {
            address: '203.0.113.7',
            family: 4,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ENETUNREACH',
              message: 'connect ENETUNREACH 203.0.113.7:443',
              syscall: 'connect',
              address: '203.0.113.7',
              port: 443,
            },
            ms: 9,
          },
        ],
        control: {hasNetwork: false},
      },
    },
  ],
  [
    'a working proxy makes the connection',
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
        proxy: {variable: 'HTTPS_PROXY', url: 'http://127.0.0.1:8899', isBypassed: false, error: null, status: 200},
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(hostUnreachable, evidence)).toBeNull();
});

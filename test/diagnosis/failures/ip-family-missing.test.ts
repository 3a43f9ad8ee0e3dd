import {expect, it} from 'vitest';
import {ipFamilyMissing} from '../../../src/diagnosis/failures/ip-family-missing.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(ipFamilyMissing, {
    network: {
      dns: {
        addresses: ['2001:db8::7'],
        error: null,
        ms: 3,
      },
      tcp: [
        {
          address: '2001:db8::7',
          family: 6,
          isOpen: false,
          error: {
            name: 'Error',
            code: 'ENETUNREACH',
            message: 'connect ENETUNREACH 2001:db8::7:443',
            syscall: 'connect',
            address: '2001:db8::7',
            port: 443,
          },
          ms: 1,
        },
      ],
      control: {
        hasNetwork: true,
      },
    },
  });
  expect(finding?.cause).toMatch(/only IPv6 addresses \(2001:db8::7\), and this machine has no way to IPv6/);
  expect(finding?.fixes[0]?.title).toMatch(/Switch IPv6 on/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the machine has no network at all',
    {
      network: {
        tcp: [
          {
            address: '2001:db8::7',
            family: 6,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ENETUNREACH',
              message: 'connect ENETUNREACH 2001:db8::7:443',
              syscall: 'connect',
              address: '2001:db8::7',
              port: 443,
            },
            ms: 1,
          },
        ],
        control: {
          hasNetwork: false,
        },
      },
    },
  ],
  [
    'an address of each kind',
    {
      network: {
        tcp: [
          {
            address: '2001:db8::7',
            family: 6,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ENETUNREACH',
              message: 'connect ENETUNREACH 2001:db8::7:443',
              syscall: 'connect',
              address: '2001:db8::7',
              port: 443,
            },
            ms: 1,
          },
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
            ms: 1,
          },
        ],
      },
    },
  ],
  [
    'the address is reached and refuses',
    {
      network: {
        tcp: [
          {
            address: '2001:db8::7',
            family: 6,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ECONNREFUSED',
              message: 'connect ECONNREFUSED 2001:db8::7:443',
              syscall: 'connect',
              address: '2001:db8::7',
              port: 443,
            },
            ms: 1,
          },
        ],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(ipFamilyMissing, evidence)).toBeNull();
});

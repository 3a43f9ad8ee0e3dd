import {expect, it} from 'vitest';
import {ownLimitReached} from '../../../src/diagnosis/failures/own-limit-reached.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(ownLimitReached, {
    network: {
      tcp: [
        {
          address: '203.0.113.7',
          family: 4,
          isOpen: false,
          error: {
            name: 'Error',
            code: 'EMFILE',
            message: 'connect EMFILE 203.0.113.7:443',
            syscall: 'connect',
            address: '203.0.113.7',
            port: 443,
          },
          ms: 1,
        },
      ],
    },
  });
  expect(finding?.cause).toMatch(/may not open any more files \(EMFILE\)/);
  expect(finding?.fixes[0]?.title).toMatch(/ulimit -n/);
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
    'no IPv6 here',
    {
      network: {
        tcp: [
          {
            address: '2001:db8::7',
            family: 6,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'EADDRNOTAVAIL',
              message: 'connect EADDRNOTAVAIL 2001:db8::7:443',
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
  [
    'all is well',
    {
      network: {},
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(ownLimitReached, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {hostsFileEntry} from '../../../src/diagnosis/failures/hosts-file-entry.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(hostsFileEntry, {
    network: {
      dns: {
        addresses: ['10.1.2.3'],
        error: null,
        ms: 1,
      },
      hostsFile: {
        path: '/etc/hosts',
        line: 7,
        address: '10.1.2.3',
      },
      reach: 'private',
      tcp: [
        {
          address: '10.1.2.3',
          family: 4,
          isOpen: false,
          error: {
            name: 'Error',
            code: 'ECONNREFUSED',
            message: 'connect ECONNREFUSED 10.1.2.3:443',
            syscall: 'connect',
            address: '10.1.2.3',
            port: 443,
          },
          ms: 1,
        },
      ],
    },
  });
  expect(finding?.cause).toMatch(/Line 7 of \/etc\/hosts sends mcp\.notes\.example to 10\.1\.2\.3/);
  expect(finding?.fixes[0]?.title).toMatch(/line 7 of \/etc\/hosts/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'nothing in the hosts file',
    {
      network: {
        tcp: [
          {
            address: '10.1.2.3',
            family: 4,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ECONNREFUSED',
              message: 'connect ECONNREFUSED 10.1.2.3:443',
              syscall: 'connect',
              address: '10.1.2.3',
              port: 443,
            },
            ms: 1,
          },
        ],
      },
    },
  ],
  [
    'the place that the line names answers',
    {
      network: {
        hostsFile: {
          path: '/etc/hosts',
          line: 7,
          address: '10.1.2.3',
        },
      },
    },
  ],
  [
    'a name that lives in the hosts file alone',
    {
      network: {
        host: 'notes.local',
        hostsFile: {
          path: '/etc/hosts',
          line: 7,
          address: '10.1.2.3',
        },
        reach: 'loopback',
        tcp: [
          {
            address: '127.0.0.1',
            family: 4,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ECONNREFUSED',
              message: 'connect ECONNREFUSED 127.0.0.1:443',
              syscall: 'connect',
              address: '127.0.0.1',
              port: 443,
            },
            ms: 1,
          },
        ],
      },
    },
  ],
  [
    'a certificate that is only out of date',
    {
      network: {
        hostsFile: {
          path: '/etc/hosts',
          line: 7,
          address: '10.1.2.3',
        },
        tls: {
          isOk: false,
          error: {
            name: 'Error',
            code: 'CERT_HAS_EXPIRED',
            message: 'CERT_HAS_EXPIRED',
            syscall: null,
            address: null,
            port: null,
          },
          subject: 'mcp.notes.example',
          issuer: 'Notes CA',
          altNames: ['mcp.notes.example'],
          isSelfSigned: false,
        },
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(hostsFileEntry, evidence)).toBeNull();
});

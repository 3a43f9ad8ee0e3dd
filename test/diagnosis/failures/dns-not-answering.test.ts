import {expect, it} from 'vitest';
import {dnsNotAnswering} from '../../../src/diagnosis/failures/dns-not-answering.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(dnsNotAnswering, {
    network: {
      dns: {
        addresses: [],
        error: {
          name: 'Error',
          code: 'EAI_AGAIN',
          message: 'getaddrinfo EAI_AGAIN mcp.notes.example',
          syscall: 'getaddrinfo',
          address: null,
          port: null,
        },
        ms: 12,
      },
      tcp: [],
      control: {hasNetwork: null},
    },
  });
  expect(finding?.cause).toMatch(/mcp\.notes\.example \(EAI_AGAIN\)/);
  expect(finding?.fixes[0]?.title).toMatch(/nslookup mcp\.notes\.example/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the host does not exist',
    {
      network: {
        dns: {
          addresses: [],
          error: {
            name: 'Error',
            code: 'ENOTFOUND',
            message: 'getaddrinfo ENOTFOUND mcp.notes.example',
            syscall: 'getaddrinfo',
            address: null,
            port: null,
          },
          ms: 12,
        },
        tcp: [],
      },
    },
  ],
  [
    'nothing works on this machine',
    {
      network: {
        dns: {
          addresses: [],
          error: {
            name: 'Error',
            code: 'EAI_AGAIN',
            message: 'getaddrinfo EAI_AGAIN mcp.notes.example',
            syscall: 'getaddrinfo',
            address: null,
            port: null,
          },
          ms: 12,
        },
        tcp: [],
        control: {hasNetwork: false},
      },
    },
  ],
  [
    'a proxy resolves names',
    {
      network: {
        dns: {
          addresses: [],
          error: {
            name: 'Error',
            code: 'EAI_AGAIN',
            message: 'getaddrinfo EAI_AGAIN mcp.notes.example',
            syscall: 'getaddrinfo',
            address: null,
            port: null,
          },
          ms: 12,
        },
        tcp: [],
        proxy: {variable: 'HTTPS_PROXY', url: 'http://127.0.0.1:8899', isBypassed: false, error: null, status: 200},
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(dnsNotAnswering, evidence)).toBeNull();
});

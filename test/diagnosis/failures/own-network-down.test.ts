import {expect, it} from 'vitest';
import {ownNetworkDown} from '../../../src/diagnosis/failures/own-network-down.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(ownNetworkDown, {
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
      control: {hasNetwork: false, clockSkewMs: null},
    },
  });
  expect(finding?.cause).toMatch(/mcp\.notes\.example.*own network/);
  expect(finding?.fixes[0]?.title).toMatch(/Connect this machine/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'only this name does not resolve',
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
        control: {hasNetwork: true},
      },
    },
  ],
  [
    'a server on this machine needs no network',
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
        control: {hasNetwork: false},
      },
    },
  ],
  [
    'a name that can never resolve',
    {
      network: {
        host: 'mcp.notes.invalid',
        dns: {
          addresses: [],
          error: {
            name: 'Error',
            code: 'ENOTFOUND',
            message: 'getaddrinfo ENOTFOUND mcp.notes.invalid',
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
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(ownNetworkDown, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {hostNotFound} from '../../../src/diagnosis/failures/host-not-found.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(hostNotFound, {
    entry: {
      transport: 'http',
      url: 'https://mcp.notes.example/mcp',
      command: null,
      args: [],
      raw: {type: 'http', url: 'https://mcp.notes.example/mcp'},
      at: ['mcpServers', 'notes'],
    },
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
  });
  expect(finding?.cause).toMatch(/mcp\.notes\.example does not resolve/);
  expect(finding?.fixes[0]?.title).toMatch(/spelling of mcp\.notes\.example/);
  expect(finding?.fixes[1]?.title).toMatch(/VPN/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the name server is silent',
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
      },
    },
  ],
  [
    'this machine is offline',
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
        control: {hasNetwork: false},
      },
    },
  ],
  ['the name resolves', {network: {}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(hostNotFound, evidence)).toBeNull();
});

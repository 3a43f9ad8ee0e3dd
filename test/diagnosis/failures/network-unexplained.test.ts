import {expect, it} from 'vitest';
import {networkUnexplained} from '../../../src/diagnosis/failures/network-unexplained.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(networkUnexplained, {
    network: {
      dns: {
        addresses: [],
        error: {
          name: 'Error',
          code: 'EBADNAME',
          message: 'queryA EBADNAME mcp.notes.example',
          syscall: 'queryA',
          address: null,
          port: null,
        },
        ms: 3,
      },
      tcp: [],
    },
  });
  expect(finding?.cause).toMatch(/EBADNAME/);
  expect(finding?.fixes[0]?.title).toMatch(/curl/);
});

const others: readonly [string, PartialEvidence][] = [
  ['a connection is there', {network: {}}],
  [
    'a working proxy makes the connection',
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
        proxy: {variable: 'HTTPS_PROXY', url: 'http://127.0.0.1:8899', isBypassed: false, error: null, status: 200},
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(networkUnexplained, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {proxyUnreachable} from '../../../src/diagnosis/failures/proxy-unreachable.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(proxyUnreachable, {
    network: {
      dns: null,
      tcp: [],
      proxy: {
        variable: 'HTTPS_PROXY',
        url: 'http://127.0.0.1:8899',
        isBypassed: false,
        error: [
          {
            name: 'Error',
            code: 'ECONNREFUSED',
            message: 'connect ECONNREFUSED 127.0.0.1:8899',
            syscall: 'connect',
            address: '127.0.0.1',
            port: 8899,
          },
        ],
        status: null,
      },
    },
  });
  expect(finding?.cause).toMatch(/HTTPS_PROXY/);
  expect(finding?.cause).toMatch(/ECONNREFUSED/);
  expect(finding?.fixes[0]?.title).toMatch(/correct HTTPS_PROXY/);
  expect(finding?.fixes[1]?.title).toMatch(/NO_PROXY/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the proxy works',
    {
      network: {
        proxy: {variable: 'HTTPS_PROXY', url: 'http://127.0.0.1:8899', isBypassed: false, error: null, status: 200},
      },
    },
  ],
  ['no proxy', {network: {}}],
  [
    'the proxy only wants a login',
    {
      network: {
        proxy: {variable: 'HTTPS_PROXY', url: 'http://127.0.0.1:8899', isBypassed: false, error: null, status: 407},
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(proxyUnreachable, evidence)).toBeNull();
});

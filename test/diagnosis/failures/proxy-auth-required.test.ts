import {expect, it} from 'vitest';
import {proxyAuthRequired} from '../../../src/diagnosis/failures/proxy-auth-required.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(proxyAuthRequired, {
    network: {
      proxy: {
        variable: 'HTTPS_PROXY',
        url: 'http://proxy.corp.example:8080',
        isBypassed: false,
        error: null,
        status: 407,
      },
      dns: null,
      tcp: [],
    },
  });
  expect(finding?.cause).toMatch(/407/);
  expect(finding?.cause).toMatch(/proxy\.corp\.example:8080.*HTTPS_PROXY/);
  expect(finding?.fixes[0]?.title).toMatch(/HTTPS_PROXY/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the proxy connects',
    {
      network: {
        proxy: {variable: 'HTTPS_PROXY', url: 'http://127.0.0.1:8899', isBypassed: false, error: null, status: 200},
      },
    },
  ],
  [
    'the proxy is bypassed',
    {
      network: {
        proxy: {variable: 'HTTPS_PROXY', url: 'http://127.0.0.1:8899', isBypassed: true, error: null, status: 407},
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(proxyAuthRequired, evidence)).toBeNull();
});

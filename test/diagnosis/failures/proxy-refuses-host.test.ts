import {expect, it} from 'vitest';
import {proxyRefusesHost} from '../../../src/diagnosis/failures/proxy-refuses-host.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(proxyRefusesHost, {
    network: {
      dns: null,
      tcp: [],
      proxy: {
        variable: 'HTTPS_PROXY',
        url: 'http://proxy.acme.example:3128',
        isBypassed: false,
        error: null,
        status: 403,
      },
    },
  });
  expect(finding?.cause).toMatch(/proxy\.acme\.example:3128 \(from HTTPS_PROXY\) answers 403/);
  expect(finding?.fixes[0]?.title).toMatch(/allow mcp\.notes\.example:443/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the proxy wants a login',
    {
      network: {
        proxy: {
          variable: 'HTTPS_PROXY',
          url: 'http://proxy.acme.example:3128',
          isBypassed: false,
          error: null,
          status: 407,
        },
      },
    },
  ],
  [
    'the proxy does not answer',
    {
      network: {
        proxy: {
          variable: 'HTTPS_PROXY',
          url: 'http://proxy.acme.example:3128',
          isBypassed: false,
          error: [
            {
              name: 'Error',
              code: 'ECONNREFUSED',
              message: 'connect ECONNREFUSED',
              syscall: 'connect',
              address: '10.0.0.1',
              port: 3128,
            },
          ],
          status: null,
        },
      },
    },
  ],
  [
    'the server behind a proxy that works answers 503',
    {
      network: {
        proxy: {
          variable: 'HTTPS_PROXY',
          url: 'http://proxy.acme.example:3128',
          isBypassed: false,
          error: null,
          status: 200,
        },
      },
      http: {
        main: {
          response: {
            status: 503,
            headers: {
              via: '1.1 edge',
              server: 'nginx',
            },
          },
        },
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(proxyRefusesHost, evidence)).toBeNull();
});

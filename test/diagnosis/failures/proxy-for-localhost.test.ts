import {expect, it} from 'vitest';
import {proxyForLocalhost} from '../../../src/diagnosis/failures/proxy-for-localhost.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(proxyForLocalhost, {
    network: {
      url: 'http://127.0.0.1:3900/mcp',
      scheme: 'http',
      host: '127.0.0.1',
      port: 3900,
      path: '/mcp',
      reach: 'loopback',
      dns: null,
      tcp: [],
      proxy: {
        variable: 'HTTP_PROXY',
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
  expect(finding?.cause).toMatch(/HTTP_PROXY/);
  expect(finding?.cause).toMatch(/127\.0\.0\.1:3900/);
  expect(finding?.fixes[0]?.title).toMatch(/NO_PROXY/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'NO_PROXY names the host',
    {
      network: {
        url: 'http://127.0.0.1:3900/mcp',
        scheme: 'http',
        host: '127.0.0.1',
        port: 3900,
        path: '/mcp',
        reach: 'loopback',
        dns: null,
        proxy: {variable: 'HTTPS_PROXY', url: 'http://127.0.0.1:8899', isBypassed: true, error: null, status: null},
      },
    },
  ],
  [
    'a remote host through the proxy',
    {
      network: {
        proxy: {variable: 'HTTPS_PROXY', url: 'http://127.0.0.1:8899', isBypassed: false, error: null, status: null},
      },
    },
  ],
  [
    'the proxy does reach it',
    {
      network: {
        url: 'http://127.0.0.1:3900/mcp',
        scheme: 'http',
        host: '127.0.0.1',
        port: 3900,
        path: '/mcp',
        reach: 'loopback',
        dns: null,
        proxy: {variable: 'HTTPS_PROXY', url: 'http://127.0.0.1:8899', isBypassed: false, error: null, status: 200},
      },
      handshake: {},
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(proxyForLocalhost, evidence)).toBeNull();
});

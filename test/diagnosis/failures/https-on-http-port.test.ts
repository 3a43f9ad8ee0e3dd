import {expect, it} from 'vitest';
import {httpsOnHttpPort} from '../../../src/diagnosis/failures/https-on-http-port.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(httpsOnHttpPort, {
    entry: {
      transport: 'http',
      url: 'https://127.0.0.1:3900/mcp',
      command: null,
      args: [],
      raw: {type: 'http', url: 'https://127.0.0.1:3900/mcp'},
      at: ['mcpServers', 'notes'],
    },
    network: {
      url: 'https://127.0.0.1:3900/mcp',
      scheme: 'https',
      host: '127.0.0.1',
      port: 3900,
      path: '/mcp',
      reach: 'loopback',
      dns: null,
      tcp: [{address: '127.0.0.1', family: 4, isOpen: true}],
      tls: {
        isOk: false,
        error: {
          name: 'Error',
          code: 'ERR_SSL_WRONG_VERSION_NUMBER',
          message: 'wrong version number',
          syscall: null,
          address: null,
          port: null,
        },
        subject: null,
        issuer: null,
        altNames: [],
        validFrom: null,
        validTo: null,
        isSelfSigned: false,
        protocol: 'TLSv1.3',
        ms: 20,
      },
      speaks: 'http',
    },
  });
  expect(finding?.cause).toMatch(/https:\/\/.*port 3900/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to "http:\/\/127\.0\.0\.1:3900\/mcp"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'plain http is what the URL says',
    {
      network: {
        url: 'http://127.0.0.1:3900/mcp',
        scheme: 'http',
        host: '127.0.0.1',
        port: 3900,
        path: '/mcp',
        reach: 'loopback',
        dns: null,
        tcp: [{address: '127.0.0.1', family: 4, isOpen: true}],
        speaks: 'http',
      },
    },
  ],
  [
    'a certificate problem',
    {
      network: {
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
          subject: 'CN=mcp.notes.example',
          issuer: 'CN=Notes CA',
          altNames: ['mcp.notes.example'],
          validFrom: '2026-01-01',
          validTo: '2027-01-01',
          isSelfSigned: false,
          protocol: 'TLSv1.3',
          ms: 20,
        },
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(httpsOnHttpPort, evidence)).toBeNull();
});

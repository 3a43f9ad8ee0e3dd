import {expect, it} from 'vitest';
import {tlsWrongHost} from '../../../src/diagnosis/failures/tls-wrong-host.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(tlsWrongHost, {
    entry: {
      transport: 'http',
      url: 'https://10.0.0.5/mcp',
      command: null,
      args: [],
      raw: {type: 'http', url: 'https://10.0.0.5/mcp'},
      at: ['mcpServers', 'notes'],
    },
    network: {
      url: 'https://10.0.0.5/mcp',
      host: '10.0.0.5',
      reach: 'private',
      dns: null,
      tls: {
        isOk: false,
        error: {
          name: 'Error',
          code: 'ERR_TLS_CERT_ALTNAME_INVALID',
          message: "Hostname/IP does not match certificate's altnames",
          syscall: null,
          address: null,
          port: null,
        },
        subject: 'CN=mcp.notes.example',
        issuer: 'CN=Notes CA',
        altNames: ['notes.internal.example'],
        validFrom: '2026-01-01',
        validTo: '2027-01-01',
        isSelfSigned: false,
        protocol: 'TLSv1.3',
        ms: 20,
      },
    },
  });
  expect(finding?.cause).toMatch(/10\.0\.0\.5/);
  expect(finding?.cause).toMatch(/notes\.internal\.example/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to "https:\/\/notes\.internal\.example\/mcp"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'expired',
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
  [
    'valid',
    {
      network: {
        tls: {
          isOk: true,
          error: null,
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
  expect(judge(tlsWrongHost, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {tlsExpired} from '../../../src/diagnosis/failures/tls-expired.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(tlsExpired, {
    network: {
      tls: {
        isOk: false,
        error: {
          name: 'Error',
          code: 'CERT_HAS_EXPIRED',
          message: 'certificate has expired',
          syscall: null,
          address: null,
          port: null,
        },
        subject: 'CN=mcp.notes.example',
        issuer: 'CN=Notes CA',
        altNames: ['mcp.notes.example'],
        validFrom: '2026-01-01',
        validTo: '2026-10-01',
        isSelfSigned: false,
        protocol: 'TLSv1.3',
        ms: 20,
      },
    },
  });
  expect(finding?.cause).toMatch(/mcp\.notes\.example/);
  expect(finding?.cause).toMatch(/2026-10-01/);
  expect(finding?.fixes[0]?.title).toMatch(/Renew the certificate/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'our clock is wrong',
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
        control: {hasNetwork: true, clockSkewMs: -86_400_000},
      },
    },
  ],
  [
    'self-signed',
    {
      network: {
        tls: {
          isOk: false,
          error: {
            name: 'Error',
            code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
            message: 'DEPTH_ZERO_SELF_SIGNED_CERT',
            syscall: null,
            address: null,
            port: null,
          },
          subject: 'CN=mcp.notes.example',
          issuer: 'CN=Notes CA',
          altNames: ['mcp.notes.example'],
          validFrom: '2026-01-01',
          validTo: '2027-01-01',
          isSelfSigned: true,
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
  expect(judge(tlsExpired, evidence)).toBeNull();
});

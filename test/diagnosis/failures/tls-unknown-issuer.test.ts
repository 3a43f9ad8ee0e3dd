import {expect, it} from 'vitest';
import {tlsUnknownIssuer} from '../../../src/diagnosis/failures/tls-unknown-issuer.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(tlsUnknownIssuer, {
    network: {
      tls: {
        isOk: false,
        error: {
          name: 'Error',
          code: 'SELF_SIGNED_CERT_IN_CHAIN',
          message: 'self-signed certificate in certificate chain',
          syscall: null,
          address: null,
          port: null,
        },
        subject: 'CN=mcp.notes.example',
        issuer: 'CN=Acme Corporate Root',
        altNames: ['mcp.notes.example'],
        validFrom: '2026-01-01',
        validTo: '2027-01-01',
        isSelfSigned: false,
        protocol: 'TLSv1.3',
        ms: 20,
      },
    },
  });
  expect(finding?.cause).toMatch(/CN=Acme Corporate Root/);
  expect(finding?.fixes[0]?.title).toMatch(/NODE_EXTRA_CA_CERTS/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a self-signed leaf',
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
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(tlsUnknownIssuer, evidence)).toBeNull();
});

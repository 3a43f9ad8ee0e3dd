import {expect, it} from 'vitest';
import {tlsNotYetValid} from '../../../src/diagnosis/failures/tls-not-yet-valid.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(tlsNotYetValid, {
    network: {
      tls: {
        isOk: false,
        error: {
          name: 'Error',
          code: 'CERT_NOT_YET_VALID',
          message: 'certificate is not yet valid',
          syscall: null,
          address: null,
          port: null,
        },
        subject: 'CN=mcp.notes.example',
        issuer: 'CN=Notes CA',
        altNames: ['mcp.notes.example'],
        validFrom: '2026-12-01',
        validTo: '2027-01-01',
        isSelfSigned: false,
        protocol: 'TLSv1.3',
        ms: 20,
      },
      control: {hasNetwork: true, clockSkewMs: null},
    },
  });
  expect(finding?.cause).toMatch(/2026-12-01/);
  expect(finding?.fixes[0]?.title).toMatch(/date and time/);
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
  expect(judge(tlsNotYetValid, evidence)).toBeNull();
});

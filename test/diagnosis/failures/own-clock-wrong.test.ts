import {expect, it} from 'vitest';
import {ownClockWrong} from '../../../src/diagnosis/failures/own-clock-wrong.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(ownClockWrong, {
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
        validFrom: '2026-01-01',
        validTo: '2027-01-01',
        isSelfSigned: false,
        protocol: 'TLSv1.3',
        ms: 20,
      },
      control: {hasNetwork: true, clockSkewMs: 86400000},
    },
  });
  expect(finding?.cause).toMatch(/1 day behind/);
  expect(finding?.fixes[0]?.title).toMatch(/date and time/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the clock is right',
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
    'a few seconds off',
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
        control: {hasNetwork: true, clockSkewMs: 9000},
      },
    },
  ],
  ['the clock is off but nothing depends on it', {network: {control: {hasNetwork: true, clockSkewMs: -86400000}}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(ownClockWrong, evidence)).toBeNull();
});

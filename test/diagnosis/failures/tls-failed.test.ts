import {expect, it} from 'vitest';
import {tlsFailed} from '../../../src/diagnosis/failures/tls-failed.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(tlsFailed, {
    network: {
      tls: {
        isOk: false,
        error: {
          name: 'Error',
          code: 'ECONNRESET',
          message: 'Client network socket disconnected before secure TLS connection was established',
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
    },
  });
  expect(finding?.cause).toMatch(/TLS handshake fails/);
  expect(finding?.fixes[0]?.title).toMatch(/TLS handshake/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'TLS is fine',
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
  ['no TLS at all', {network: {tls: null}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(tlsFailed, evidence)).toBeNull();
});

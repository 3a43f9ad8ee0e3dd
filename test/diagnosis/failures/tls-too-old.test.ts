import {expect, it} from 'vitest';
import {tlsTooOld} from '../../../src/diagnosis/failures/tls-too-old.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(tlsTooOld, {
    network: {
      tls: {
        isOk: false,
        error: {
          name: 'Error',
          code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
          message: 'tlsv1 alert protocol version',
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
        protocol: 'TLSv1.1',
        ms: 20,
      },
    },
  });
  expect(finding?.cause).toMatch(/TLSV1_ALERT_PROTOCOL_VERSION/);
  expect(finding?.fixes[0]?.title).toMatch(/TLS 1\.2/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'plain http on the port',
    {
      network: {
        tls: {
          isOk: false,
          error: {
            name: 'Error',
            code: 'ERR_SSL_WRONG_VERSION_NUMBER',
            message: 'ERR_SSL_WRONG_VERSION_NUMBER',
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
  expect(judge(tlsTooOld, evidence)).toBeNull();
});

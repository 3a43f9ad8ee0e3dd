import {expect, it} from 'vitest';
import {tlsSelfSigned} from '../../../src/diagnosis/failures/tls-self-signed.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(tlsSelfSigned, {
    network: {
      tls: {
        isOk: false,
        error: {
          name: 'Error',
          code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
          message: 'self-signed certificate',
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
  });
  expect(finding?.cause).toMatch(/self-signed.*CN=mcp\.notes\.example/);
  expect(finding?.fixes[0]?.title).toMatch(/NODE_EXTRA_CA_CERTS/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'an unknown issuer',
    {
      network: {
        tls: {
          isOk: false,
          error: {
            name: 'Error',
            code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
            message: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
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
  expect(judge(tlsSelfSigned, evidence)).toBeNull();
});

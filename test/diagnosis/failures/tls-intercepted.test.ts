import {expect, it} from 'vitest';
import {tlsIntercepted} from '../../../src/diagnosis/failures/tls-intercepted.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(tlsIntercepted, {
    network: {
      tls: {
        isOk: false,
        error: {
          name: 'Error',
          code: 'SELF_SIGNED_CERT_IN_CHAIN',
          message: 'SELF_SIGNED_CERT_IN_CHAIN',
          syscall: null,
          address: null,
          port: null,
        },
        subject: 'mcp.notes.example',
        issuer: 'Zscaler Intermediate Root CA, Zscaler Inc.',
        altNames: ['mcp.notes.example'],
        isSelfSigned: false,
      },
    },
  });
  expect(finding?.cause).toMatch(/made by "Zscaler Intermediate Root CA, Zscaler Inc\."/);
  expect(finding?.fixes[0]?.title).toMatch(/NODE_EXTRA_CA_CERTS/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a private root with a name of its own',
    {
      network: {
        tls: {
          isOk: false,
          error: {
            name: 'Error',
            code: 'SELF_SIGNED_CERT_IN_CHAIN',
            message: 'SELF_SIGNED_CERT_IN_CHAIN',
            syscall: null,
            address: null,
            port: null,
          },
          subject: 'mcp.notes.example',
          issuer: 'Notes Root CA',
          altNames: ['mcp.notes.example'],
          isSelfSigned: false,
        },
      },
    },
  ],
  [
    'the certificate is trusted',
    {
      network: {
        tls: {
          isOk: true,
          error: null,
          issuer: 'Zscaler Root CA',
        },
      },
    },
  ],
  [
    'only out of date',
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
          subject: 'mcp.notes.example',
          issuer: 'Zscaler Root CA',
          altNames: ['mcp.notes.example'],
          isSelfSigned: false,
        },
      },
    },
  ],
  [
    'a server that is called like a hotspot',
    {
      network: {
        host: 'mcp.wifi-map.example',
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
          subject: 'mcp.wifi-map.example',
          issuer: 'mcp.wifi-map.example',
          altNames: ['mcp.notes.example'],
          isSelfSigned: true,
        },
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(tlsIntercepted, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {databaseCertificateUntrusted} from '../../../src/diagnosis/failures/database-certificate-untrusted.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(databaseCertificateUntrusted, {
    reported: {
      source: 'pasted',
      text: 'MCP error -32603: self-signed certificate in certificate chain',
      cleaned: 'MCP error -32603: self-signed certificate in certificate chain',
    },
  });
  expect(finding?.cause).toMatch(/database/);
  expect(finding?.fixes[0]?.title).toMatch(/sslrootcert/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the connection to an MCP server',
    {
      reported: {
        text: 'fetch failed: self-signed certificate in certificate chain',
        cleaned: 'fetch failed: self-signed certificate in certificate chain',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(databaseCertificateUntrusted, evidence)).toBeNull();
});

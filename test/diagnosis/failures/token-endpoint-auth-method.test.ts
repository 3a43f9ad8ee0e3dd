import {expect, it} from 'vitest';
import {tokenEndpointAuthMethod} from '../../../src/diagnosis/failures/token-endpoint-auth-method.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(tokenEndpointAuthMethod, {
    reported: {
      source: 'pasted',
      text: 'unsupported auth method: client_secret_basic not supported by the token endpoint',
      cleaned: 'unsupported auth method: client_secret_basic not supported by the token endpoint',
    },
  });
  expect(finding?.cause).toMatch(/token endpoint/);
  expect(finding?.fixes[0]?.title).toMatch(/Server/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'another failure to connect',
    {reported: {text: 'Could not attach to MCP server notes', cleaned: 'Could not attach to MCP server notes'}},
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(tokenEndpointAuthMethod, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {signInHelperPortInUse} from '../../../src/diagnosis/failures/sign-in-helper-port-in-use.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(signInHelperPortInUse, {
    reported: {
      source: 'pasted',
      text: 'Cannot initiate OAuth flow - callback server unavailable (Port 8000 is already in use on localhost.)',
      cleaned: 'Cannot initiate OAuth flow - callback server unavailable (Port 8000 is already in use on localhost.)',
    },
  });
  expect(finding?.cause).toMatch(/port/);
  expect(finding?.fixes[0]?.title).toMatch(/server/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the helper of a client',
    {
      reported: {
        text: 'OAuth callback port 19876 is already in use',
        cleaned: 'OAuth callback port 19876 is already in use',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(signInHelperPortInUse, evidence)).toBeNull();
});

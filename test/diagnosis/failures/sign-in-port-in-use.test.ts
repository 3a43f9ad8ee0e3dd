import {expect, it} from 'vitest';
import {signInPortInUse} from '../../../src/diagnosis/failures/sign-in-port-in-use.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(signInPortInUse, {
    reported: {
      source: 'pasted',
      text: 'Error: listen EADDRINUSE: address already in use 127.0.0.1:19876',
      cleaned: 'Error: listen EADDRINUSE: address already in use 127.0.0.1:19876',
    },
  });
  expect(finding?.cause).toMatch(/mcp-remote/);
  expect(finding?.fixes[0]?.title).toMatch(/orphan/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a server on all interfaces',
    {
      reported: {
        text: 'Error: listen EADDRINUSE: address already in use :::3000',
        cleaned: 'Error: listen EADDRINUSE: address already in use :::3000',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(signInPortInUse, evidence)).toBeNull();
});

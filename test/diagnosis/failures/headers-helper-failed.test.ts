import {expect, it} from 'vitest';
import {headersHelperFailed} from '../../../src/diagnosis/failures/headers-helper-failed.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(headersHelperFailed, {
    reported: {
      source: 'pasted',
      text: 'Successfully retrieved 0 headers from headersHelper',
      cleaned: 'Successfully retrieved 0 headers from headersHelper',
    },
  });
  expect(finding?.cause).toMatch(/headersHelper/);
  expect(finding?.fixes[0]?.title).toMatch(/absolute/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a registration that is not offered',
    {
      reported: {
        text: 'Incompatible auth server: does not support dynamic client registration',
        cleaned: 'Incompatible auth server: does not support dynamic client registration',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(headersHelperFailed, evidence)).toBeNull();
});

import {expect, it} from 'vitest';
import {harmlessAttachPopup} from '../../../src/diagnosis/failures/harmless-attach-popup.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(harmlessAttachPopup, {
    reported: {
      source: 'pasted',
      text: 'Could not attach to MCP server notes',
      cleaned: 'Could not attach to MCP server notes',
    },
  });
  expect(finding?.cause).toMatch(/pop-up/);
  expect(finding?.fixes[0]?.title).toMatch(/tools/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a connection that is refused',
    {reported: {text: 'connect ECONNREFUSED 127.0.0.1:3000', cleaned: 'connect ECONNREFUSED 127.0.0.1:3000'}},
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(harmlessAttachPopup, evidence)).toBeNull();
});

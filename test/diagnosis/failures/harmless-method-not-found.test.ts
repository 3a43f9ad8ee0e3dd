import {expect, it} from 'vitest';
import {harmlessMethodNotFound} from '../../../src/diagnosis/failures/harmless-method-not-found.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(harmlessMethodNotFound, {
    reported: {
      source: 'pasted',
      text: '{"jsonrpc":"2.0","id":3,"error":{"code":-32601,"message":"Method not found"}}',
      cleaned: '{"jsonrpc":"2.0","id":3,"error":{"code":-32601,"message":"Method not found"}}',
    },
  });
  expect(finding?.cause).toMatch(/resources and prompts/);
  expect(finding?.fixes[0]?.title).toMatch(/client/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the tools themselves are missing',
    {
      reported: {
        text: 'tools/list failed: -32601 Method not found: tools/list is not implemented here',
        cleaned: 'tools/list failed: -32601 Method not found: tools/list is not implemented here',
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(harmlessMethodNotFound, evidence)).toBeNull();
});

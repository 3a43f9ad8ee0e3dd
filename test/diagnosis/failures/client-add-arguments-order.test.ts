import {expect, it} from 'vitest';
import {clientAddArgumentsOrder} from '../../../src/diagnosis/failures/client-add-arguments-order.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(clientAddArgumentsOrder, {
    reported: {
      source: 'pasted',
      text: 'Invalid environment variable format: my-server, environment variables should be added as: -e KEY1=value1',
      cleaned:
        'Invalid environment variable format: my-server, environment variables should be added as: -e KEY1=value1',
    },
  });
  expect(finding?.cause).toMatch(/name of the server was taken/);
  expect(finding?.fixes[0]?.title).toMatch(/first/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'a variable of the server',
    {
      reported: {
        text: 'Error: environment variable NOTES_TOKEN is not set',
        cleaned: 'Error: environment variable NOTES_TOKEN is not set',
      },
    },
  ],
  [
    'another missing argument',
    {reported: {text: "error: missing required argument 'file'", cleaned: "error: missing required argument 'file'"}},
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(clientAddArgumentsOrder, evidence)).toBeNull();
});

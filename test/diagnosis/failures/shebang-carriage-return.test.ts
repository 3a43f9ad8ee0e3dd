import {expect, test} from 'vitest';
import {shebangCarriageReturn} from '../../../src/diagnosis/failures/shebang-carriage-return.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: '/srv/notes/run.sh',
    },
  },
  command: {
    command: '/srv/notes/run.sh',
    resolved: '/srv/notes/run.sh',
    isPath: true,
    isAbsolute: true,
    look: {
      path: '/srv/notes/run.sh',
      shebang: {
        line: '#!/bin/sh\\x0d',
        interpreter: '/bin/sh',
        interpreterFound: null,
        hasCarriageReturn: true,
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(shebangCarriageReturn, broken);
  expect(finding?.cause).toContain('/srv/notes/run.sh');
  expect(finding?.cause).toContain('carriage return');
  expect(finding?.fixes[0]?.title).toContain('Give /srv/notes/run.sh Unix line ends');
  expect(finding?.fixes[0]?.kind).toBe('run');
});

test('not when the line ends are right', () => {
  expect(
    judged(shebangCarriageReturn, {
      entry: {},
      command: {
        look: {
          shebang: {
            hasCarriageReturn: false,
          },
        },
      },
    }),
  ).toBeUndefined();
});

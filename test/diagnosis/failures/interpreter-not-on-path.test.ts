import {expect, test} from 'vitest';
import {interpreterNotOnPath} from '../../../src/diagnosis/failures/interpreter-not-on-path.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: '/home/ada/.nvm/versions/node/v22.12.0/bin/npx',
    },
    rules: {
      clientName: 'Claude Desktop',
      pathSource: 'gui',
    },
  },
  command: {
    command: '/home/ada/.nvm/versions/node/v22.12.0/bin/npx',
    resolved: '/home/ada/.nvm/versions/node/v22.12.0/bin/npx',
    isPath: true,
    isAbsolute: true,
    look: {
      path: '/home/ada/.nvm/versions/node/v22.12.0/bin/npx',
      shebang: {
        line: '#!/usr/bin/env node',
        interpreter: 'node',
        interpreterFound: null,
      },
    },
    elsewhere: [
      {
        path: '/home/ada/.nvm/versions/node/v22.12.0/bin/node',
        owner: 'nvm',
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(interpreterNotOnPath, broken);
  expect(finding?.cause).toContain('node');
  expect(finding?.cause).toContain('PATH');
  expect(finding?.cause).toContain('#!/usr/bin/env node');
  expect(finding?.fixes[0]?.title).toContain('Put /home/ada/.nvm/versions/node/v22.12.0/bin first in PATH');
  expect(finding?.fixes[0]?.kind).toBe('edit');
});

test('not when the interpreter is found', () => {
  expect(
    judged(interpreterNotOnPath, {
      entry: {},
      command: {
        look: {
          shebang: {
            interpreterFound: '/usr/bin/node',
          },
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the line names a fixed path, which is another failure', () => {
  expect(
    judged(interpreterNotOnPath, {
      entry: {},
      command: {
        look: {
          shebang: {
            line: '#!/opt/venv/bin/python',
            interpreter: '/opt/venv/bin/python',
            interpreterFound: null,
          },
        },
      },
    }),
  ).toBeUndefined();
});

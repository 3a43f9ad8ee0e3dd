import {expect, test} from 'vitest';
import {scriptMissing} from '../../../src/diagnosis/failures/script-missing.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'python3',
      args: ['/srv/notes/sever.py'],
    },
  },
  command: {
    command: 'python3',
    args: ['/srv/notes/sever.py'],
    pathArguments: [
      {
        text: '/srv/notes/sever.py',
        resolved: '/srv/notes/sever.py',
        exists: false,
        kind: 'none',
        near: ['/srv/notes/server.py'],
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(scriptMissing, broken);
  expect(finding?.cause).toContain('/srv/notes/sever.py');
  expect(finding?.cause).toContain('does not exist');
  expect(finding?.cause).toContain('/srv/notes/server.py');
  expect(finding?.evidence).toEqual([
    {
      label: 'Script',
      text: 'looked for /srv/notes/sever.py: it is not there',
      deciding: '/srv/notes/sever.py',
    },
  ]);
  expect(finding?.fixes[0]?.title).toContain('Write "/srv/notes/server.py"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'args', 0], edit: {kind: 'set', value: '/srv/notes/server.py'}},
  });
});

test('not when the script is there', () => {
  expect(
    judged(scriptMissing, {
      entry: {},
      command: {
        pathArguments: [{}],
      },
    }),
  ).toBeUndefined();
});

test('not when a folder to work in is missing, which is no script', () => {
  expect(
    judged(scriptMissing, {
      entry: {},
      command: {
        pathArguments: [
          {
            exists: false,
            isScript: false,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

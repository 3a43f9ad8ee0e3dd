import {expect, test} from 'vitest';
import {serverShadowed} from '../../../src/diagnosis/failures/server-shadowed.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    file: '/srv/app/.mcp.json',
    place: {
      file: '/srv/app/.mcp.json',
    },
    standing: {
      state: 'shadowed',
      wins: 'local scope of /home/ada/.claude.json',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(serverShadowed, broken);
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.cause).toContain('/srv/app/.mcp.json');
  expect(finding?.cause).toContain('local scope of /home/ada/.claude.json');
  expect(finding?.fixes[0]?.title).toContain('Change "notes" in the local scope of /home/ada/.claude.json');
  expect(finding?.fixes[0]?.kind).toBe('advice');
});

test('not when another client has a server of that name', () => {
  expect(
    judged(serverShadowed, {
      entry: {
        siblings: [
          {
            client: 'cursor',
            wins: false,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('a plugin’s server loses to one that leads to the same, whatever its name', () => {
  const wins = 'the user scope in /home/ada/.claude.json';
  const cause = judged(serverShadowed, {entry: {scope: 'plugin', standing: {state: 'shadowed', wins}}})?.cause;
  expect(cause).toContain('the one in the user scope in /home/ada/.claude.json leads to the same program or address');
});

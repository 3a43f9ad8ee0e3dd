import {expect, test} from 'vitest';
import {wrongRootKey} from '../../../src/diagnosis/failures/wrong-root-key.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    path: '/srv/app/.vscode/mcp.json',
    client: 'vscode',
    clientName: 'VS Code',
    rootPath: ['servers'],
    rootFound: 'missing',
    topKeys: ['mcpServers'],
    serverLikePaths: [['mcpServers']],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(wrongRootKey, broken);
  expect(finding?.cause).toContain('"mcpServers"');
  expect(finding?.cause).toContain('"servers"');
  expect(finding?.cause).toContain('VS Code');
  expect(finding?.fixes[0]?.title).toContain('Move "mcpServers" to "servers"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({change: {path: ['mcpServers'], edit: {kind: 'move', to: ['servers']}}});
});

test('not when the right key is there as well, for another client of the same file', () => {
  expect(
    judged(wrongRootKey, {
      file: {
        topKeys: ['servers', 'mcpServers'],
        serverLikePaths: [['mcpServers'], ['servers']],
      },
    }),
  ).toBeUndefined();
});

test('not when the file has no servers at all', () => {
  expect(
    judged(wrongRootKey, {
      file: {
        rootFound: 'missing',
        topKeys: ['theme'],
        serverLikePaths: [],
        serverNames: [],
      },
    }),
  ).toBeUndefined();
});

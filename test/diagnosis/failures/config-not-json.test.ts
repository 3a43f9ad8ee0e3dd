import {expect, test} from 'vitest';
import {configNotJson} from '../../../src/diagnosis/failures/config-not-json.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'not-json',
      place: {
        line: 1,
        column: 1,
      },
      message: 'Unexpected token \'m\', "[mcp_server"... is not valid JSON',
      lineText: '[mcp_servers.notes]',
      caret: 1,
    },
    rootType: 'none',
    rootFound: 'missing',
    serverLikePaths: [],
  },
};

test('names the file, the line and what stands there', () => {
  const finding = judged(configNotJson, broken);
  expect(finding?.cause).toContain('does not hold JSON');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Replace the content');
  expect(finding?.fixes[0]?.kind).toBe('advice');
  expect(finding?.location?.line).toBe(1);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(configNotJson, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(configNotJson, {file: {}})).toBeUndefined();
});

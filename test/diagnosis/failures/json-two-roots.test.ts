import {expect, test} from 'vitest';
import {jsonTwoRoots} from '../../../src/diagnosis/failures/json-two-roots.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'two-roots',
      place: {
        line: 9,
        column: 1,
      },
      message: 'Unexpected non-whitespace character after JSON at position 120 (line 9 column 1)',
      lineText: '{ "mcpServers": {',
      caret: 1,
    },
    rootType: 'none',
    rootFound: 'missing',
    serverLikePaths: [],
  },
};

test('names the file, the line and what stands there', () => {
  const finding = judged(jsonTwoRoots, broken);
  expect(finding?.cause).toContain('second object');
  expect(finding?.cause).toContain('line 9');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('Join');
  expect(finding?.fixes[0]?.kind).toBe('advice');
  expect(finding?.location?.line).toBe(9);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonTwoRoots, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonTwoRoots, {file: {}})).toBeUndefined();
});

import {expect, test} from 'vitest';
import {jsonPythonLiteral} from '../../../src/diagnosis/failures/json-python-literal.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  file: {
    syntax: {
      kind: 'python-literal',
      place: {
        line: 6,
        column: 19,
      },
      message: 'Unexpected token \'F\', ..."isabled": False"... is not valid JSON',
      lineText: '      "disabled": False',
      caret: 19,
      repair: [
        {
          offset: 40,
          length: 1,
          text: '',
        },
      ],
    },
    rootType: 'none',
    rootFound: 'missing',
    serverLikePaths: [],
  },
};

test('names the file, the line and what stands there', () => {
  const finding = judged(jsonPythonLiteral, broken);
  expect(finding?.cause).toContain('Python');
  expect(finding?.cause).toContain('ine 6');
  expect(finding?.cause).toContain('"notes"');
  expect(finding?.fixes[0]?.title).toContain('as JSON does');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.location?.line).toBe(6);
});

test('leaves another mistake and a sound file alone', () => {
  expect(judged(jsonPythonLiteral, {file: {syntax: {kind: 'trailing-comma'}}})).toBeUndefined();
  expect(judged(jsonPythonLiteral, {file: {}})).toBeUndefined();
});

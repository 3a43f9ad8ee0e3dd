import {expect, test} from 'vitest';
import {fileFailures} from '../../src/diagnosis/failures/in-file.ts';
import {diagnoseAll, FAILURES} from '../../src/diagnosis/index.ts';
import {diagnoseFile} from '../../src/diagnosis/of-file.ts';
import {sections} from '../helpers/healthy.ts';

test('the rules for files alone are all those that need nothing but the file, in the order of the whole list', () => {
  const ofFiles = FAILURES.filter(({needs}) => needs.every((name) => name === 'file'));
  expect(fileFailures.map(({id}) => id)).toEqual(ofFiles.map(({id}) => id));
});

test.each([
  ['a healthy file', {}],
  ['one that cannot be read', {unreadable: 'EACCES'}],
  ['one with a byte order mark', {encoding: 'utf-8-bom'}],
  [
    'one without servers where they belong',
    {rootFound: 'missing', serverLikePaths: [['servers']], topKeys: ['servers']},
  ],
  ['one with a list for a root', {rootType: 'array'}],
] as const)('%s gets the words of the whole list', (_what, change) => {
  const file = {...sections.file, ...change};
  const machine = {platform: 'linux', node: '20.11.0', home: '/home/me', nowMs: 0} as const;
  expect(diagnoseFile(file, machine)).toEqual(diagnoseAll({file, machine}).findings);
});

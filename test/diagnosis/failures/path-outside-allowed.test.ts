import {expect, it} from 'vitest';
import {pathOutsideAllowed} from '../../../src/diagnosis/failures/path-outside-allowed.ts';
import {explainText} from '../../../src/diagnosis/index.ts';
import {judge} from '../../helpers/judge.ts';

const reported = (text: string) => ({reported: {source: 'pasted' as const, text, cleaned: text}});

it.each([
  'Error: Access denied - path outside allowed directories: /home/a/x.pdf not in /home/a/notes',
  'ValueError: Path /etc is outside the allowed directories',
  'Permission error: /srv/b is not within the allowed roots',
  'Access denied - parent directory outside allowed directories: /tmp not in /data',
])('knows it: %s', (text) => {
  const finding = judge(pathOutsideAllowed, reported(text));
  expect(finding?.cause).toMatch(/folders/);
  expect(finding?.fixes[0]?.title).toMatch(/Add the folder/);
  expect(explainText(text)[0]?.id).toBe('path-outside-allowed');
});

it.each([
  'Access denied. You do not have permission to this repository.',
  "EACCES: permission denied, open '/srv/notes'",
  'the answer is outside the allowed range',
])('stays clear: %s', (text) => {
  expect(judge(pathOutsideAllowed, reported(text))).toBeNull();
  expect(explainText(text)[0]?.id).not.toBe('path-outside-allowed');
});

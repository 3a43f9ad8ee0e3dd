import {expect, test} from 'vitest';
import type {Verdict} from '../../src/model/verdict.ts';
import {isStepForward} from '../../src/repair/step-forward.ts';
import {findingOf} from '../wizard/world-servers.ts';

const further: Verdict = {kind: 'other-failure', further: true, id: 'x', note: 'n'};
const about = (id: string, cause: string) => ({...findingOf({id, title: 'T'}), cause});
const preview = (after: string) => ({file: '/f', line: 1, diff: [], after});

test('another cause that was hidden behind the first is a step', () => {
  const before = about('script-missing', 'The script /a.mjs does not exist.');
  const after = about('env-var-missing', 'TOKEN is not set.');
  expect(isStepForward(further, {before, after, preview: preview('/b.mjs')})).toBe(true);
  // The next cause may well name what was written.
  const named = about('port-in-use', '/b.mjs finds port 80 taken.');
  expect(isStepForward(further, {before, after: named, preview: preview('/b.mjs')})).toBe(true);
});

test('the same kind of failure: of another name it is a step, about what was just written it is none', () => {
  const before = about('env-var-missing', 'TOKEN is not set.');
  expect(
    isStepForward(further, {before, after: about('env-var-missing', 'KEY is not set.'), preview: preview('abc')}),
  ).toBe(true);
  const path = about('script-missing', 'The script /a.mjs does not exist.');
  const again = about('script-missing', 'The script /b.mjs does not exist.');
  expect(isStepForward(further, {before: path, after: again, preview: preview('/b.mjs')})).toBe(false);
});

test('what fails as before, works or cannot be told is no step', () => {
  const before = about('a', 'A.');
  const change = {before, after: about('b', 'B.'), preview: preview('x')};
  for (const verdict of [
    {kind: 'fixed', note: ''},
    {kind: 'same-failure', note: ''},
    {kind: 'cannot-tell', note: ''},
    {kind: 'other-failure', further: false, id: 'b', note: ''},
  ] as const)
    expect(isStepForward(verdict, change)).toBe(false);
});

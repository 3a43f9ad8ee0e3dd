import {expect, test} from 'vitest';
import type {Verdict} from '../../src/model/verdict.ts';
import {rerun} from '../../src/repair/steps/mend.ts';
import {BROKEN, HEALTHY, play, STATES, stageOf} from './stages.ts';

const SAME: Verdict = {kind: 'same-failure', note: 'As before.'};

/** The look after a person did what the advice of this id says. */
const afterAdvice = (id: string, verdict: Verdict, checked = BROKEN): Verdict => {
  const known = stageOf({state: STATES.change, request: null}, 'change').case;
  const turn = rerun(STATES.change, known, {kind: 'advice', fix: {id, title: 'By hand', kind: 'advice'}});
  const seen = play(turn.state, {type: 'rerun', rerun: {checked, verdict}});
  return stageOf(seen, 'verdict').outcome.verdict;
};

test('a sign-in that the client keeps for itself is no failed try: from here it cannot be told', () => {
  const verdict = afterAdvice('sign-in', SAME);
  expect(verdict.kind).toBe('cannot-tell');
  expect(verdict.note).toContain('keeps what you signed in with for itself');
  expect(verdict.note).toContain('Look there');
});

test('other advice that did not help is told so, and another failure is told after a sign-in too', () => {
  expect(afterAdvice('ask-maker', SAME)).toEqual(SAME);
  const other: Verdict = {kind: 'other-failure', further: true, id: 'x', note: 'Now X.'};
  expect(afterAdvice('sign-in', other)).toEqual(other);
  const healthy = play(
    rerun(STATES.change, stageOf({state: STATES.change, request: null}, 'change').case, {
      kind: 'advice',
      fix: {id: 'sign-in', title: 'By hand', kind: 'advice'},
    }).state,
    {type: 'rerun', rerun: {checked: HEALTHY, verdict: {kind: 'fixed', note: 'It works.'}}},
  );
  expect(healthy.state.stage.at).toBe('proving');
});

import type {Fix} from '../../model/finding.ts';
import type {Planned} from '../answers.ts';
import type {Event} from '../event.ts';
import type {Hint} from '../kept-outside.ts';
import type {Case, StageAt, State} from '../state.ts';
import {ask, askBeside, go, stay, type Turn} from '../turn.ts';
import {change} from './mend.ts';
import {reproduce} from './reproduce.ts';
import {canAskStatus} from './status.ts';

type Here = StageAt<'classify' | 'disagree' | 'change' | 'value' | 'planning' | 'confirm'>;

/** What it is, and the one change that may mend it. Nothing is written here. */
export const onDecide = (state: State, stage: Here, event: Event): Turn => {
  switch (stage.at) {
    case 'classify':
      if (event.type === 'back') return go(state, {at: 'capture', case: stage.case});
      if (event.type === 'ask-status')
        return canAskStatus(stage.case) ? go(state, {at: 'ask-status', case: stage.case}) : stay(state);
      if (event.type === 'disagree') return go(state, {at: 'disagree', case: stage.case});
      if (event.type === 'reproduce') return reproduce(state, stage.case, 'classify');
      return event.type === 'next' ? go(state, {at: 'change', case: stage.case}) : stay(state);
    case 'disagree':
      return disagreed(state, stage.case, event);
    case 'change': {
      if (event.type === 'back') return go(state, {at: 'classify', case: stage.case});
      if (event.type !== 'choose-fix') return stay(state);
      const fix = stage.case.finding?.fixes.find((one) => one.id === event.id);
      return fix === undefined ? stay(state) : chosen(state, stage.case, fix);
    }
    case 'value':
      if (event.type === 'back') return go(state, {at: 'change', case: stage.case});
      if (event.type === 'instead') {
        const {change: other, hint} = event;
        return plan(state, stage.case, {...stage.fix, title: event.title, change: other}, {value: null, hint});
      }
      return event.type === 'value' ? plan(state, stage.case, stage.fix, event) : stay(state);
    case 'planning':
      if (event.type === 'back') return go(state, {at: 'change', case: stage.case});
      if (event.type === 'trouble') return go(state, {at: 'change', case: stage.case}, event.message);
      return event.type === 'planned' ? planned(state, stage, event.plan) : stay(state);
    case 'confirm':
      if (event.type === 'no' || event.type === 'back') {
        return stage.isValueGiven && stage.plan.kind === 'edit'
          ? chosen(state, stage.case, stage.plan.fix)
          : go(state, {at: 'change', case: stage.case});
      }
      return event.type === 'yes' ? change(state, stage.case, stage.plan) : stay(state);
  }
};

const disagreed = (state: State, known: Case, event: Event): Turn => {
  if (event.type === 'back') return go(state, {at: 'classify', case: known});
  if (event.type === 'say-class') {
    const isSame = known.finding?.class === event.class;
    const next: Case = {...known, disagreed: isSame ? null : {class: event.class, id: null}};
    return go(state, {at: 'classify', case: next}, isSame ? null : 'Noted: the record will say that you see it so.');
  }
  if (event.type !== 'say-finding') return stay(state);
  const finding = known.checked.diagnosis.findings[event.index];
  if (finding === undefined) return stay(state);
  const next: Case = {
    ...known,
    finding,
    disagreed: event.index === 0 ? null : {class: finding.class, id: finding.id},
    similar: [],
  };
  return askBeside(go(state, {at: 'classify', case: next}), (attempt) => ({
    kind: 'similar',
    key: known.server.key,
    finding,
    attempt,
  }));
};

const chosen = (state: State, known: Case, fix: Fix): Turn => {
  switch (fix.kind) {
    case 'edit':
      return fix.change.edit.kind === 'ask'
        ? go(state, {at: 'value', case: known, fix, label: fix.change.edit.label})
        : plan(state, known, fix, {value: null, hint: null});
    case 'run':
      return go(state, {at: 'confirm', case: known, plan: {kind: 'run', fix}, isValueGiven: false});
    case 'advice':
      return go(state, {at: 'confirm', case: known, plan: {kind: 'advice', fix}, isValueGiven: false});
  }
};

const plan = (
  state: State,
  known: Case,
  fix: StageAt<'planning'>['fix'],
  {value, hint}: {readonly value: string | null; readonly hint: Hint | null},
): Turn =>
  ask(state, (attempt) => ({
    stage: {at: 'planning', case: known, fix, hint, isValueGiven: value !== null, attempt},
    request: {kind: 'plan', key: known.server.key, fix, value, attempt},
  }));

const planned = (state: State, stage: StageAt<'planning'>, answer: Planned): Turn => {
  if (answer.kind === 'planned') {
    return go(state, {
      at: 'confirm',
      case: stage.case,
      plan: {kind: 'edit', fix: stage.fix, preview: answer.preview, hint: stage.hint},
      isValueGiven: stage.isValueGiven,
    });
  }
  return answer.needsValue === null
    ? go(state, {at: 'change', case: stage.case}, answer.why)
    : go(
        state,
        {at: 'value', case: stage.case, fix: stage.fix, label: answer.needsValue},
        stage.isValueGiven ? answer.why : null,
      );
};

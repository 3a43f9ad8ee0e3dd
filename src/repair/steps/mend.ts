import {seen} from '../../model/evidence.ts';
import type {Verdict} from '../../model/verdict.ts';
import type {ServerRow} from '../answers.ts';
import type {Event} from '../event.ts';
import type {Case, Outcome, Pending, Plan, StageAt, State} from '../state.ts';
import {ask, end, go, stay, type Turn, withRow} from '../turn.ts';
import {withAnswer} from './beside.ts';

type Here = StageAt<'changing' | 'rerunning' | 'proving' | 'verdict' | 'leave' | 'putting-back'>;

/** Makes the ONE change that was confirmed. Advice changes nothing here: the person did it, and it is looked at again. */
export const change = (state: State, known: Case, plan: Plan): Turn => {
  if (plan.kind === 'advice') return rerun(state, known, plan);
  return ask(state, (attempt) => ({
    stage: {at: 'changing', case: known, plan, attempt},
    request: plan.kind === 'edit' ? {kind: 'apply', attempt} : {kind: 'run', fix: plan.fix, attempt},
  }));
};

/** The same look again. */
export const rerun = (state: State, known: Case, pending: Pending): Turn => {
  const turn = ask({...state, lost: null}, (attempt) => ({
    stage: {at: 'rerunning', case: known, pending, done: [], attempt},
    request: {kind: 'rerun', key: known.server.key, before: known.checked, reported: state.reported, attempt},
  }));
  // An answer from before the change says nothing about after it.
  return {...turn, state: withRow(turn.state, known.server.key, (row) => ({...row, attempt: 0, status: 'checking'}))};
};

/** From the change to its verdict: one change, decided before anything else happens. */
export const onMend = (state: State, stage: Here, event: Event): Turn => {
  switch (stage.at) {
    case 'changing':
      return changing(state, stage, event);
    case 'rerunning':
      return rerunning(state, stage, event);
    case 'proving':
      return proving(state, stage, event);
    case 'verdict':
      return decided(state, stage.outcome, event);
    case 'leave':
      if (event.type === 'back' || event.type === 'no') return go(state, {at: 'verdict', outcome: stage.outcome});
      if (event.type === 'keep') return stage.to === 'quit' ? end(kept(state), 0) : keep(state, stage.outcome);
      return event.type === 'put-back' ? putBack(state, stage.outcome, stage.to) : stay(state);
    case 'putting-back':
      if (event.type === 'trouble') return go(state, {at: 'verdict', outcome: stage.outcome}, event.message);
      return event.type === 'was-put-back' ? wasPutBack(state, stage, event.note) : stay(state);
  }
};

const changing = (state: State, stage: StageAt<'changing'>, event: Event): Turn => {
  const {plan, case: known} = stage;
  if (event.type === 'trouble') return go(state, {at: 'change', case: known}, event.message);
  if (event.type === 'applied' && plan.kind === 'edit') return rerun(state, known, {...plan, receipt: event.receipt});
  if (event.type === 'ran' && plan.kind === 'run') return rerun(state, known, {...plan, ran: event.ran});
  if (event.type === 'back' && plan.kind === 'run') {
    return {
      ...go(state, {at: 'change', case: known}, 'The command was stopped.'),
      request: {kind: 'cancel', attempt: stage.attempt},
    };
  }
  return stay(state);
};

const rerunning = (state: State, stage: StageAt<'rerunning'>, event: Event): Turn => {
  const stopped = (note: string): Outcome => ({
    case: stage.case,
    pending: stage.pending,
    after: null,
    verdict: {kind: 'cannot-tell', note},
    proof: null,
  });
  switch (event.type) {
    case 'progress':
      return stay({...state, stage: {...stage, done: [...stage.done, {step: event.step, ms: event.ms}]}});
    case 'trouble':
      return go(state, {at: 'verdict', outcome: stopped(event.message)});
    case 'back':
    case 'quit':
      return {
        ...go(state, {at: 'verdict', outcome: stopped('You stopped the check, so nothing can be said yet.')}),
        request: {kind: 'cancel', attempt: stage.attempt},
      };
    case 'rerun': {
      const {checked, verdict, server} = event.rerun;
      if (checked.because === 'untrusted' && server !== undefined) {
        return go(state, {at: 'approve', server, made: {case: stage.case, pending: stage.pending}});
      }
      const outcome: Outcome = {
        case: stage.case,
        pending: stage.pending,
        after: checked,
        verdict: knowable(verdict, stage.pending, stage.case),
        proof: null,
      };
      const next = asWritten(withAnswer(state, stage.case.server.key, checked), server ?? stage.case.server);
      if (outcome.verdict.kind !== 'fixed' || stage.case.server.kind !== 'server')
        return go(next, {at: 'verdict', outcome});
      return ask(next, (attempt) => ({
        stage: {at: 'proving', outcome, attempt},
        request: {kind: 'prove', key: stage.case.server.key, attempt},
      }));
    }
    default:
      return stay(state);
  }
};

/** What a look from here cannot show: the real value of a reference, and what a client keeps of a sign-in. */
const knowable = (verdict: Verdict, pending: Pending, known: Case): Verdict => {
  if (verdict.kind === 'fixed' && pending.kind === 'edit' && pending.hint?.isProvable === false)
    return {
      kind: 'cannot-tell',
      note: 'The server starts, with the reference in place of the value that only the client knows.',
    };
  if (verdict.kind === 'same-failure' && pending.kind === 'advice' && pending.fix.id === 'sign-in') {
    const client = seen(known.checked.evidence, 'entry')?.rules.clientName ?? 'The client';
    return {
      kind: 'cannot-tell',
      note: `${client} keeps what you signed in with for itself, and this look goes without it. Look there: where it lists the tools of the server, it works.`,
    };
  }
  return verdict;
};

const proving = (state: State, stage: StageAt<'proving'>, event: Event): Turn => {
  const unproved = (note: string): Outcome => {
    const verdict: Verdict = {kind: 'cannot-tell', note};
    return {...stage.outcome, verdict};
  };
  switch (event.type) {
    case 'proved': {
      const outcome = event.proof.isOk
        ? stage.outcome
        : unproved(
            `Our own check passes, but a real client does not connect: ${event.proof.error ?? 'it gives no reason'}`,
          );
      return go(state, {at: 'verdict', outcome: {...outcome, proof: event.proof}});
    }
    case 'trouble':
      return go(state, {
        at: 'verdict',
        outcome: unproved(`Our own check passes, but no real client could be tried: ${event.message}`),
      });
    case 'back':
    case 'quit':
      return {
        ...go(state, {
          at: 'verdict',
          outcome: unproved('Our own check passes. You stopped the try with a real client.'),
        }),
        request: {kind: 'cancel', attempt: stage.attempt},
      };
    default:
      return stay(state);
  }
};

const decided = (state: State, outcome: Outcome, event: Event): Turn => {
  switch (event.type) {
    case 'keep':
      return keep(state, outcome);
    case 'next':
      return outcome.verdict.kind === 'fixed' ? keep(state, outcome) : stay(state);
    case 'put-back':
    case 'try-next':
      return putBack(state, outcome, 'change');
    case 'again':
      return rerun(state, outcome.case, outcome.pending);
    // Only a change of a file waits for a decision; what was done outside of it cannot be put back by us.
    case 'back':
      return outcome.pending.kind === 'edit'
        ? go(state, {at: 'leave', outcome, to: 'change'})
        : arrive(state, outcome, 'change', null);
    case 'quit':
      return outcome.pending.kind === 'edit' ? go(state, {at: 'leave', outcome, to: 'quit'}) : end(kept(state), 0);
    default:
      return stay(state);
  }
};

const keep = (state: State, outcome: Outcome): Turn => go(state, {at: 'record', outcome});

/** The person keeps the change and leaves: nothing is undecided any more. */
const kept = (state: State): State => ({...state, stage: {at: 'pick'}});

/** A change of a file is put back; a command or advice cannot be, and that is said. */
export const putBack = (
  state: State,
  outcome: Outcome,
  to: StageAt<'putting-back'>['to'],
  record: StageAt<'putting-back'>['record'] = null,
): Turn => {
  const {pending} = outcome;
  if (pending.kind !== 'edit') {
    return arrive(
      state,
      outcome,
      to,
      pending.kind === 'run' ? 'What the command did stays; nothing is left to undo.' : null,
    );
  }
  return ask(state, (attempt) => ({
    stage: {at: 'putting-back', outcome, to, record, attempt},
    request: {kind: 'put-back', receipt: pending.receipt, attempt},
  }));
};

/** The row tells the entry as it is written now; a yes that was given to it goes on. */
const asWritten = (state: State, server: ServerRow): State =>
  withRow(state, server.key, (row) => ({...row, server: {...server, isApproved: row.server.isApproved}}));

const wasPutBack = (state: State, {outcome, to}: StageAt<'putting-back'>, note: string): Turn => {
  const {server, checked} = outcome.case;
  return arrive(asWritten(withAnswer(state, server.key, checked), server), outcome, to, note);
};

const arrive = (state: State, outcome: Outcome, to: 'change' | 'pick' | 'quit', note: string | null): Turn => {
  const known = outcome.case;
  const id = outcome.pending.fix.id;
  const tried = known.tried.includes(id) ? known.tried : [...known.tried, id];
  switch (to) {
    case 'change':
      return go(state, {at: 'change', case: {...known, tried}}, note);
    case 'pick':
      return go(state, {at: 'pick'}, note);
    case 'quit':
      return end(kept(state), 0);
  }
};

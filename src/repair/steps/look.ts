import type {Checked, ServerRow} from '../answers.ts';
import {captureOf} from '../capture-of.ts';
import type {Event} from '../event.ts';
import type {Case, Made, Row, StageAt, State} from '../state.ts';
import {ask, askBeside, go, rowOf, stay, type Turn, withRow} from '../turn.ts';
import {withAnswer} from './beside.ts';
import {rerun} from './mend.ts';
import {reproduce} from './reproduce.ts';

type Here = StageAt<'approve' | 'approving' | 'probing' | 'ladder' | 'capture'>;

/** Goes to one server: asks for the yes where it is needed, uses what is known, or looks. */
export const lookAt = (state: State, server: ServerRow, isFresh: boolean): Turn => {
  const row = rowOf(state, server.key);
  if (row?.checked?.because === 'untrusted' || (needsYes(server) && row?.checked == null)) {
    return go(state, {at: 'approve', server, made: null});
  }
  if (row?.checked != null && !isFresh) return seenNow(state, server, row.checked);
  if (row !== undefined && row.attempt > 0 && !isFresh) {
    return go(state, {at: 'probing', server, done: [], attempt: row.attempt});
  }
  return probe(state, server);
};

/** A row like any other from now on; the same text typed again is the same row. */
export const added = (state: State, server: ServerRow): Turn => {
  const isKnown = rowOf(state, server.key) !== undefined;
  const row: Row = {server, attempt: 0, status: 'unasked', checked: null};
  return lookAt(isKnown ? state : {...state, rows: [...state.rows, row]}, server, state.reported !== null);
};

const needsYes = (server: ServerRow): boolean =>
  server.kind === 'server' && !server.isApproved && server.standing === null;

const probe = (state: State, server: ServerRow): Turn => {
  const turn = ask(state, (attempt) => ({
    stage: {at: 'probing', server, done: [], attempt},
    request: {kind: 'probe', key: server.key, attempt, reported: state.reported},
  }));
  const checking = withRow(turn.state, server.key, (row) => ({
    ...row,
    attempt: turn.state.attempt,
    status: 'checking',
  }));
  return {...turn, state: checking};
};

/** The yes, the look, and what came out: ladder and exact error. */
export const onLook = (state: State, stage: Here, event: Event): Turn => {
  switch (stage.at) {
    case 'approve':
      if (event.type === 'no' || event.type === 'back' || event.type === 'quit')
        return refused(state, stage.made, null);
      if (event.type !== 'yes') return stay(state);
      return ask(state, (attempt) => ({
        stage: {at: 'approving', server: stage.server, made: stage.made, attempt},
        request: {kind: 'approve', key: stage.server.key, digest: stage.server.question.digest, attempt},
      }));
    case 'approving':
      if (event.type === 'trouble') return refused(state, stage.made, event.message);
      if (event.type === 'back' || event.type === 'quit') return refused(state, stage.made, null);
      return event.type === 'approved' ? approved(state, stage.server, stage.made) : stay(state);
    case 'probing':
      return probed(state, stage, event);
    case 'ladder':
      if (event.type === 'back') return go(state, {at: 'pick'});
      if (event.type === 'again') return lookAt(state, stage.case.server, true);
      if (event.type === 'paste') return go(state, {at: 'paste', case: stage.case});
      if (event.type === 'reproduce') return reproduce(state, stage.case, 'ladder');
      if (event.type === 'act-as') return go(state, {at: 'as-client', case: stage.case});
      if (event.type !== 'next') return stay(state);
      return isWell(stage.case.checked) && stage.case.captured?.source !== 'pasted'
        ? go(state, {at: 'pick'})
        : go(state, {at: 'capture', case: stage.case});
    case 'capture':
      if (event.type === 'back') return go(state, {at: 'ladder', case: stage.case});
      if (event.type === 'paste') return go(state, {at: 'paste', case: stage.case});
      return event.type === 'next' ? go(state, {at: 'classify', case: stage.case}) : stay(state);
  }
};

/** Without a yes nothing starts; a change that is made already waits for its decision. */
const refused = (state: State, made: Made | null, trouble: string | null): Turn => {
  if (made === null) return go(state, {at: 'pick'}, trouble);
  const note = trouble ?? 'You did not say yes to what would start now, so it was not started.';
  return go(state, {at: 'verdict', outcome: {...made, after: null, verdict: {kind: 'cannot-tell', note}, proof: null}});
};

const approved = (state: State, server: ServerRow, made: Made | null): Turn => {
  const yes = {...server, isApproved: true};
  if (made !== null) {
    const next = withRow(state, server.key, (row) => ({...row, server: yes}));
    return rerun(next, {...made.case, server: yes}, made.pending);
  }
  return probe(
    withRow(state, server.key, (row) => ({...row, server: yes, checked: null})),
    yes,
  );
};

const probed = (state: State, stage: StageAt<'probing'>, event: Event): Turn => {
  switch (event.type) {
    case 'progress':
      return stay({...state, stage: {...stage, done: [...stage.done, {step: event.step, ms: event.ms}]}});
    case 'checked': {
      const next = withAnswer(state, stage.server.key, event.checked);
      // The entry changed under us, or the yes was for something else: it is asked again.
      if (event.checked.because === 'untrusted') return go(next, {at: 'approve', server: stage.server, made: null});
      return seenNow(next, stage.server, event.checked);
    }
    case 'trouble':
      return go(forgotten(state, stage), {at: 'pick'}, event.message);
    case 'back':
      return {
        ...go(forgotten(state, stage), {at: 'pick'}),
        request: {kind: 'cancel', attempt: stage.attempt},
      };
    default:
      return stay(state);
  }
};

/** The look was given up; what an earlier one said stays. */
const forgotten = (state: State, stage: StageAt<'probing'>): State =>
  withRow(state, stage.server.key, (row) => ({...row, attempt: 0, status: row.checked?.status ?? 'unchecked'}));

const seenNow = (state: State, server: ServerRow, checked: Checked): Turn => {
  const turn = go(state, {at: 'ladder', case: caseOf(server, checked, state.reported)});
  const finding = checked.diagnosis.findings[0];
  if (finding === undefined) return turn;
  return askBeside(turn, (attempt) => ({kind: 'similar', key: server.key, finding, attempt}));
};

/** Everything that is known of one server before any change. */
export const caseOf = (server: ServerRow, checked: Checked, reported: string | null): Case => ({
  server,
  checked,
  captured:
    reported === null
      ? captureOf(checked.evidence, checked.diagnosis)
      : {text: reported, source: 'pasted', trigger: 'You pasted it.'},
  finding: checked.diagnosis.findings[0] ?? null,
  disagreed: null,
  tried: [],
  similar: [],
  providerSays: [],
});

/** Nothing to mend as far as was seen. */
export const isWell = (checked: Checked): boolean =>
  checked.status === 'healthy' && checked.diagnosis.findings.length === 0;

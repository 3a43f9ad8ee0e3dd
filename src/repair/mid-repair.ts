import type {Receipt} from '../model/change.ts';
import {createRedactor} from '../model/redact.ts';
import {fromText, toText} from './resume.ts';
import type {Case, MidRepair, Pending, Stage, State} from './state.ts';

/** A repair that is worth coming back to. */
export interface Kept {
  /** Of the server that is being mended. */
  readonly key: string;
  /** What `takenUp` reads; without a secret, and without the other servers. Made only when it is wanted. */
  readonly text: () => string;
  /** The file that is being written at this very moment; null where none is. */
  readonly writes: string | null;
  /** Changes when there is something new to keep; the progress of a check is nothing new. */
  readonly mark: string;
}

/** What to keep of a repair when the program ends now; null before the exact error was read, and after the record. */
export const keptOf = (state: State): Kept | null => {
  const {stage} = state;
  const known = caseOf(stage);
  if (known === null) return null;
  const writes = stage.at === 'changing' && stage.plan.kind === 'edit' ? stage.plan.preview.file : null;
  const text = (): string => textOf(state);
  const change = pendingOf(stage);
  return {key: known.server.key, text, writes, mark: `${known.server.key} ${stage.at} ${change?.fix.id ?? ''}`};
};

const textOf = (state: State): string =>
  toText({
    ...state,
    rows: [],
    looked: [],
    unfinished: [],
    request: null,
    reported: state.reported === null ? null : redacted(state.reported),
    stage: inStage(state.stage, ({captured, ...rest}) => ({
      ...rest,
      captured: captured?.source === 'pasted' ? {...captured, text: redacted(captured.text)} : captured,
    })),
  });

/**
 * Where a kept repair goes on; null when the text is none of ours.
 * @param made the journal's receipt for a change that was being written when the program ended
 */
export const takenUp = (
  text: string,
  made: Receipt | null,
): {readonly stage: MidRepair; readonly reported: string | null} | null => {
  const state = fromText(text, made);
  if (state === null || !isMidRepair(state.stage)) return null;
  return {stage: state.stage, reported: state.reported};
};

/** The person's decision is awaited: a change is in place that nobody has judged. */
export const isUndecided = (stage: Stage): boolean => pendingOf(stage) !== null && stage.at !== 'record';

/** The change of a file that stands undecided; null where none does. */
export const changeLeft = (stage: MidRepair): Receipt | null =>
  stage.at === 'verdict' && stage.outcome.pending.kind === 'edit' ? stage.outcome.pending.receipt : null;

/** Whose repair it is. */
export const serverOfRepair = (stage: MidRepair): Case['server'] =>
  'case' in stage ? stage.case.server : stage.outcome.case.server;

const isMidRepair = (stage: Stage): stage is MidRepair =>
  ['capture', 'classify', 'disagree', 'change', 'value', 'verdict', 'record'].includes(stage.at);

const redacted = (text: string): string => createRedactor().text(text);

const pendingOf = (stage: Stage): Pending | null => {
  switch (stage.at) {
    case 'rerunning':
      return stage.pending;
    case 'approve':
    case 'approving':
      return stage.made?.pending ?? null;
    case 'proving':
    case 'verdict':
    case 'leave':
    case 'putting-back':
    case 'record':
    case 'saving':
      return stage.outcome.pending;
    default:
      return null;
  }
};

const caseOf = (stage: Stage): Case | null => {
  let found: Case | null = null;
  inStage(stage, (known) => {
    found = known;
    return known;
  });
  return found;
};

/** The stage with its case changed; a stage that is no part of a repair stays as it is. */
const inStage = (stage: Stage, change: (known: Case) => Case): Stage => {
  switch (stage.at) {
    case 'capture':
    case 'classify':
    case 'ask-status':
    case 'asking-status':
    case 'disagree':
    case 'change':
    case 'value':
    case 'planning':
    case 'confirm':
    case 'changing':
    case 'rerunning':
      return {...stage, case: change(stage.case)};
    case 'approve':
    case 'approving':
      return stage.made === null ? stage : {...stage, made: {...stage.made, case: change(stage.made.case)}};
    case 'proving':
    case 'verdict':
    case 'leave':
    case 'record':
    case 'saving':
      return {...stage, outcome: {...stage.outcome, case: change(stage.outcome.case)}};
    // A record that is put back after it was saved: nothing is left to decide.
    case 'putting-back':
      return stage.record === null ? {...stage, outcome: {...stage.outcome, case: change(stage.outcome.case)}} : stage;
    default:
      return stage;
  }
};

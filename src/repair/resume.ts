import {isRecord, type Json} from '../model/json.ts';
import type {Stage, State} from './state.ts';

/** The state as text, to be saved while the person is away. Holds no secret. */
export const toText = (state: State): string => JSON.stringify({schemaVersion: 1, state});

/**
 * A saved state, ready to go on; null when the text is none of ours. What was waiting for an answer goes back to the
 * screen before it, because nobody will answer any more; a plan is made again, because the file may have changed.
 */
export const fromText = (text: string): State | null => {
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!isRecord(json) || json['schemaVersion'] !== 1 || !isRecord(json['state']) || !isSaved(json['state']))
    return null;
  const {state} = json as unknown as {state: State};
  return {
    ...state,
    side: 0,
    notice: null,
    rows: state.rows.map((row) => ({
      ...row,
      attempt: 0,
      status: row.attempt === 0 ? row.status : (row.checked?.status ?? 'unchecked'),
    })),
    stage: settledStage(state.stage),
  };
};

/** The parsing edge: what `toText` wrote is trusted in its depth, and only looked at on its surface. */
const isSaved = (value: {readonly [key: string]: Json}): boolean => {
  const {attempt, rows, stage} = value;
  return (
    typeof attempt === 'number' &&
    Array.isArray(rows) &&
    isRecord(stage) &&
    typeof stage['at'] === 'string' &&
    Object.hasOwn(STAGES, stage['at'])
  );
};

const settledStage = (stage: Stage): Stage => {
  switch (stage.at) {
    case 'approving':
      return {at: 'approve', server: stage.server, made: stage.made};
    case 'loading':
    case 'probing':
    case 'ended':
      return {at: 'pick'};
    case 'adding':
      return {at: 'typing'};
    case 'explaining':
      return {at: 'paste', case: stage.case};
    case 'planning':
    case 'confirm':
    case 'changing':
      return {at: 'change', case: stage.case};
    case 'rerunning':
      return {
        at: 'verdict',
        outcome: {
          case: stage.case,
          pending: stage.pending,
          after: null,
          verdict: {kind: 'cannot-tell', note: 'The check did not end. Check again.'},
          proof: null,
        },
      };
    case 'proving':
    case 'putting-back':
      return {at: 'verdict', outcome: stage.outcome};
    case 'saving':
      return {at: 'record', outcome: stage.outcome};
    default:
      return stage;
  }
};

/** Every stage by name, so that the compiler says when one is missing. */
const STAGES: Readonly<Record<Stage['at'], true>> = {
  loading: true,
  pick: true,
  paste: true,
  typing: true,
  adding: true,
  explaining: true,
  explained: true,
  approve: true,
  approving: true,
  probing: true,
  ladder: true,
  capture: true,
  classify: true,
  disagree: true,
  change: true,
  value: true,
  planning: true,
  confirm: true,
  changing: true,
  rerunning: true,
  proving: true,
  verdict: true,
  leave: true,
  'putting-back': true,
  record: true,
  saving: true,
  done: true,
  ended: true,
};

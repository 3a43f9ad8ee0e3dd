import type {Receipt} from '../model/change.ts';
import {isRecord, type Json} from '../model/json.ts';
import type {Made, Stage, State} from './state.ts';

/** The state as text, to be saved while the person is away. Holds no secret. */
export const toText = (state: State): string => JSON.stringify({schemaVersion: 1, state});

/**
 * A saved state, ready to go on; null when the text is none of ours. What was waiting for an answer goes back to the
 * screen before it, because nobody will answer any more; a plan is made again, because the file may have changed.
 * @param made what was written after the state was saved
 */
export const fromText = (text: string, made: Receipt | null = null): State | null => {
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
    lost: null,
    rows: state.rows.map((row) => ({
      ...row,
      attempt: 0,
      status: row.attempt === 0 ? row.status : (row.checked?.status ?? 'unchecked'),
    })),
    unfinished: [],
    request: null,
    stage: settledStage(state.stage, made),
  };
};

/** The parsing edge: what `toText` wrote is trusted in its depth, and only looked at on its surface. */
const isSaved = (value: {readonly [key: string]: Json}): boolean => {
  const {attempt, rows, clients, stage} = value;
  return (
    typeof attempt === 'number' &&
    Array.isArray(rows) &&
    Array.isArray(clients) &&
    isRecord(stage) &&
    typeof stage['at'] === 'string' &&
    Object.hasOwn(STAGES, stage['at'])
  );
};

const settledStage = (stage: Stage, made: Receipt | null): Stage => {
  switch (stage.at) {
    case 'approving':
      return stage.made === null ? {at: 'approve', server: stage.server, made: null} : unjudged(stage.made);
    case 'approve':
      return stage.made === null ? stage : unjudged(stage.made);
    case 'loading':
    case 'unfinished':
    case 'reading-request':
    case 'request':
    case 'approve-request':
    case 'approving-request':
    case 'naming-copy':
    case 'saving-copy':
    case 'probing':
    case 'ended':
      return {at: 'pick'};
    case 'adding':
      return {at: 'typing'};
    case 'acting':
      return {at: 'as-client', case: stage.case};
    case 'reproducing':
      return {at: stage.from, case: stage.case};
    case 'explaining':
      return {at: 'paste', case: stage.case};
    case 'ask-status':
    case 'asking-status':
      return {at: 'classify', case: stage.case};
    case 'planning':
    case 'confirm':
      return {at: 'change', case: stage.case};
    case 'changing':
      return made === null || stage.plan.kind !== 'edit'
        ? {at: 'change', case: stage.case}
        : unjudged({case: stage.case, pending: {...stage.plan, receipt: made}});
    case 'rerunning':
      return unjudged(stage);
    case 'proving':
    case 'leave':
    case 'putting-back':
      return {at: 'verdict', outcome: stage.outcome};
    case 'saving':
      return {at: 'record', outcome: stage.outcome};
    default:
      return stage;
  }
};

/** A change that was made, and not looked at to the end. */
const unjudged = ({case: known, pending}: Made): Stage => ({
  at: 'verdict',
  outcome: {
    case: known,
    pending,
    after: null,
    verdict: {kind: 'cannot-tell', note: 'The check did not end. Check again.'},
    proof: null,
  },
});

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
  'naming-request': true,
  'reading-request': true,
  request: true,
  'approve-request': true,
  'approving-request': true,
  'naming-copy': true,
  'saving-copy': true,
  unfinished: true,
  'as-client': true,
  acting: true,
  reproducing: true,
  repro: true,
  capture: true,
  classify: true,
  'ask-status': true,
  'asking-status': true,
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

import type {Checked} from '../answers.ts';
import type {AnswerEvent} from '../event.ts';
import type {WizardList} from '../ports.ts';
import type {Row, Stage, State} from '../state.ts';
import {stay, type Turn, withRow} from '../turn.ts';

/**
 * Answers that no stage waits for: statuses of rows that come in while the person does something else, similar records,
 * an export. Null when the answer belongs to the stage.
 */
export const besideStage = (state: State, event: AnswerEvent): Turn | null => {
  const isAside = event.attempt === state.side;
  switch (event.type) {
    case 'progress':
      if (isAwaited(state.stage, event.attempt)) return null;
      return stay(withAttempt(state, event.attempt, (row) => ({...row, status: 'checking'})));
    case 'probing':
      return stay(withAttempt(state, event.attempt, (row) => ({...row, status: 'checking'})));
    case 'checked':
      return isAwaited(state.stage, event.attempt) ? null : stay(withChecked(state, event.attempt, event.checked));
    case 'listed':
      return isAside ? {...refreshed({...state, side: 0}, event.list)} : null;
    case 'similar':
      return isAside ? stay(withSimilar(state, event)) : null;
    case 'exported':
      return isAside ? stay(withExport(state, event.path)) : null;
    case 'copied':
      return isAside ? stay({...state, side: 0, notice: COPIED[event.what]}) : null;
    case 'lost':
      return stay({...state, lost: {receipt: event.receipt, note: event.note}});
    case 'forgotten':
      return stay(isAside ? {...state, side: 0} : state);
    case 'trouble':
      if (isAside) return stay({...state, side: 0, notice: event.message});
      if (isAwaited(state.stage, event.attempt)) return null;
      return stay(withAttempt(state, event.attempt, (row) => ({...row, attempt: 0, status: 'unchecked'})));
    default:
      return null;
  }
};

const COPIED = {record: 'The record is on the clipboard.', lines: 'It is on the clipboard.'} as const;

const isAwaited = (stage: Stage, attempt: number): boolean => 'attempt' in stage && stage.attempt === attempt;

const withAttempt = (state: State, attempt: number, change: (row: Row) => Row): State =>
  attempt === 0 ? state : {...state, rows: state.rows.map((row) => (row.attempt === attempt ? change(row) : row))};

const withChecked = (state: State, attempt: number, checked: Checked): State =>
  withAttempt(state, attempt, (row) => settled(row, checked));

/** A row with the answer of its look. */
const settled = (row: Row, checked: Checked): Row => ({
  ...row,
  attempt: 0,
  checked,
  status: checked.because === 'untrusted' ? 'unasked' : checked.status,
});

/** Sets a row's answer, whatever it waited for. After a file is mended its row can be answered by a server of it. */
export const withAnswer = (state: State, key: string, checked: Checked): State =>
  withRow(state, key, (row) => settled(row, checked));

/** Takes a list: rows that stand as they stood keep what is known of them; the others are looked at. */
export const refreshed = (state: State, list: WizardList): Turn => {
  const rows = list.rows.map((server): Row => {
    const old = state.rows.find((row) => row.server.key === server.key);
    const isSame = old !== undefined && old.server.question.digest === server.question.digest;
    if (isSame && (old.checked !== null || old.attempt > 0)) return {...old, server};
    return {server, attempt: 0, status: canLook(server) ? 'waiting' : 'unasked', checked: null};
  });
  const next = {
    ...state,
    looked: list.looked,
    unfinished: list.unfinished ?? [],
    clients: list.clients,
    isPractice: list.isPractice,
    rows,
  };
  const keys = rows.filter((row) => row.status === 'waiting' && row.attempt === 0).map((row) => row.server.key);
  if (keys.length === 0) return stay(next);
  const first = state.attempt + 1;
  const waiting = rows.map((row) => {
    const index = keys.indexOf(row.server.key);
    return index < 0 ? row : {...row, attempt: first + index};
  });
  return {
    state: {...next, rows: waiting, attempt: state.attempt + keys.length},
    request: {kind: 'probe-all', keys, first},
  };
};

/** Looking needs no yes: the person gave it before, nothing would be started, or there is nothing to start. */
const canLook = (server: Row['server']): boolean =>
  server.isApproved || server.kind === 'file' || server.standing !== null;

const withSimilar = (state: State, event: Extract<AnswerEvent, {type: 'similar'}>): State => {
  const {stage} = state;
  const next = {...state, side: 0};
  switch (stage.at) {
    case 'ladder':
    case 'capture':
    case 'classify':
    case 'disagree':
    case 'change':
    case 'repro':
    case 'reproducing':
      return {...next, stage: {...stage, case: {...stage.case, similar: event.records}}};
    default:
      return next;
  }
};

const withExport = (state: State, path: string): State => {
  const next = {...state, side: 0, notice: `Written to ${path}`};
  return state.stage.at === 'done' ? {...next, stage: {...state.stage, exported: path}} : next;
};

import type {RequestFile, ServerRow} from '../answers.ts';
import type {Event} from '../event.ts';
import type {Row, StageAt, State} from '../state.ts';
import {ask, go, rowOf, stay, type Turn} from '../turn.ts';
import {lookAt} from './look.ts';

type Here = StageAt<
  | 'naming-request'
  | 'reading-request'
  | 'request'
  | 'approve-request'
  | 'approving-request'
  | 'naming-copy'
  | 'saving-copy'
>;

/** A request to the Messages API: which of its servers fails, and the request without those. */
export const onRequest = (state: State, stage: Here, event: Event): Turn => {
  switch (stage.at) {
    case 'naming-request':
      if (event.type === 'back') return go(state, {at: 'pick'});
      if (event.type !== 'submit-text' || event.text.trim() === '') return stay(state);
      return read(state, event.text, false);
    case 'reading-request':
      if (event.type === 'back') return go(state, {at: 'naming-request'});
      if (event.type === 'trouble') return go(state, {at: 'naming-request'}, event.message);
      return event.type === 'request-read' ? opened(state, event.request) : stay(state);
    case 'request':
      return asked(state, stage.request, event);
    case 'approve-request':
      if (event.type === 'no' || event.type === 'back') return go(state, {at: 'request', request: stage.request});
      if (event.type !== 'yes') return stay(state);
      return ask(state, (attempt) => ({
        stage: {at: 'approving-request', request: stage.request, servers: stage.servers, attempt},
        request: {
          kind: 'approve-all',
          yes: stage.servers.map(({key, question}) => ({key, digest: question.digest})),
          attempt,
        },
      }));
    case 'approving-request':
      if (event.type === 'back') return go(state, {at: 'request', request: stage.request});
      if (event.type === 'trouble') return go(state, {at: 'request', request: stage.request}, event.message);
      if (event.type !== 'approved') return stay(state);
      return lookAtAll(go(withYes(state, stage.servers), {at: 'request', request: stage.request}).state, stage.request);
    case 'naming-copy':
      if (event.type === 'back') return go(state, {at: 'request', request: stage.request});
      if (event.type !== 'submit-text' || event.text.trim() === '') return stay(state);
      return ask(state, (attempt) => ({
        stage: {at: 'saving-copy', request: stage.request, attempt},
        request: {kind: 'save-request', file: stage.request.file, to: event.text, attempt},
      }));
    case 'saving-copy':
      if (event.type === 'back') return go(state, {at: 'naming-copy', request: stage.request});
      if (event.type === 'trouble') return go(state, {at: 'naming-copy', request: stage.request}, event.message);
      return event.type === 'request-saved'
        ? go(state, {at: 'request', request: stage.request}, event.note)
        : stay(state);
  }
};

/** Rows of a request, in its own order. */
export const rowsOf = (state: State, request: RequestFile): readonly Row[] =>
  request.rows.flatMap(({key}) => rowOf(state, key) ?? []);

/** One server of an open request was looked at: back is the request, not the list. */
export const homeward = (turn: Turn, from: ServerRow): Turn => {
  const {stage, request} = turn.state;
  return stage.at === 'pick' && request?.rows.some(({key}) => key === from.key) === true
    ? {...turn, state: {...turn.state, stage: {at: 'request', request}}}
    : turn;
};

const read = (state: State, file: string, isPrivateAllowed: boolean): Turn =>
  ask(state, (attempt) => ({
    stage: {at: 'reading-request', attempt},
    request: {kind: 'read-request', file, isPrivateAllowed, attempt},
  }));

/** Its servers are rows like any other from now on. */
const opened = (state: State, request: RequestFile): Turn => {
  const isOld = (row: Row): boolean =>
    request.rows.some(({key}) => key === row.server.key) ||
    state.request?.rows.some(({key}) => key === row.server.key) === true;
  const rows = request.rows.map((server): Row => ({server, attempt: 0, status: 'unasked', checked: null}));
  const next = {...state, request, rows: [...state.rows.filter((row) => !isOld(row)), ...rows]};
  return lookAtAll(go(next, {at: 'request', request}).state, request);
};

const asked = (state: State, request: RequestFile, event: Event): Turn => {
  switch (event.type) {
    case 'choose': {
      const row = rowOf(state, event.key);
      return row === undefined ? stay(state) : lookAt(state, row.server, false);
    }
    case 'ask-all': {
      const servers = rowsOf(state, request).flatMap(({server, status}) =>
        server.isApproved || status === 'broken' ? [] : [server],
      );
      return servers.length === 0 ? stay(state) : go(state, {at: 'approve-request', request, servers});
    }
    case 'allow-private':
      return read(state, request.file, true);
    case 'again':
      return read(state, request.file, request.isPrivateAllowed);
    case 'save-copy':
      return go(state, {at: 'naming-copy', request});
    case 'back':
      return go(state, {at: 'pick'});
    default:
      return stay(state);
  }
};

const withYes = (state: State, servers: readonly ServerRow[]): State => ({
  ...state,
  rows: state.rows.map((row) =>
    servers.some(({key}) => key === row.server.key) ? {...row, server: {...row.server, isApproved: true}} : row,
  ),
});

/** Every server at once. Of one without a yes only its text is looked at: nothing is sent to it. */
const lookAtAll = (state: State, request: RequestFile): Turn => {
  const keys = rowsOf(state, request).flatMap(({server, attempt, checked}) =>
    attempt === 0 && (checked === null || checked.because === 'untrusted') ? [server.key] : [],
  );
  if (keys.length === 0) return stay(state);
  const first = state.attempt + 1;
  const rows = state.rows.map((row): Row => {
    const index = keys.indexOf(row.server.key);
    return index < 0 ? row : {...row, attempt: first + index, status: 'waiting', checked: null};
  });
  return {state: {...state, rows, attempt: state.attempt + keys.length}, request: {kind: 'probe-all', keys, first}};
};

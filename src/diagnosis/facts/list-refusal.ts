import {type Evidence, type Exchange, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {AD_HOC, MESSAGES_API} from '../../model/server.ts';
import type {Explained} from '../failure.ts';
import {serverWords} from './handshake-oddity.ts';
import {bodyLine, messageOf, quoted, requestIdOf, statusLine} from './http-answer.ts';
import {advise} from './launch-fixes.ts';
import {capital} from './stderr-lines.ts';

/** HTTP itself refused tools/list: a status and a body that is no JSON-RPC. Null where the protocol answered, or nobody. */
export const listRefusal = (all: Evidence): {readonly explained: Explained; readonly fixes: readonly Fix[]} | null => {
  const tools = seen(all, 'tools');
  if (tools === undefined || !tools.isUnusable || tools.httpStatus === null) return null;
  const status = tools.httpStatus;
  const main = listAnswer(all);
  const words = messageOf(main?.response ?? null) ?? tools.error?.message ?? null;
  const isInner = status >= 500;
  const cause = `${capital(serverWords(all))} says hello, but answers tools/list with HTTP ${status}${quoted(words)}. ${isInner ? 'It fails inside while it lists its tools.' : 'Clients show no tools then.'}`;
  const line =
    main === null
      ? [{label: 'Answer to tools/list', text: `HTTP ${status}${quoted(words)}`, deciding: `HTTP ${status}`}]
      : [statusLine({main}), ...bodyLine(main.response, words)];
  return {
    explained: {cause, evidence: line, confidence: 'likely', waitingHelps: isInner},
    fixes: [...ownLog(status, main), ...bisection(all, status)],
  };
};

/** The last exchange that asked for the tools and got an answer; null for a local server. */
export const listAnswer = (all: Evidence): Exchange | null =>
  seen(all, 'http')?.exchanges.findLast(({purpose, response}) => purpose === 'tools/list' && response !== null) ?? null;

const ownLog = (status: number, main: Exchange | null): readonly Fix[] => {
  const id = requestIdOf(main?.response ?? null);
  const at = main === null ? '' : ` at ${main.startedAt}`;
  return [
    advise(
      'server-log',
      `Look into the log of the server${at}: it says why tools/list gets HTTP ${status}; if the server is not yours, report it to its operator${id === null ? '' : ` with the request id ${id.value}`}`,
    ),
  ];
};

/** One of the entry's own headers may make it fail; only a server that stands in a file can be bisected by its name. */
const bisection = (all: Evidence, status: number): readonly Fix[] => {
  const entry = seen(all, 'entry');
  if (entry === undefined || status < 500 || entry.headerNames.length === 0) return [];
  if (entry.client === AD_HOC || entry.client === MESSAGES_API) return [];
  const names = entry.headerNames.join(', ');
  const name = /^[\w.-]+$/.test(entry.name) ? entry.name : JSON.stringify(entry.name);
  return [
    advise('bisect', `Run mcp-fix bisect ${name}: it finds out whether a header of the entry (${names}) makes it fail`),
  ];
};

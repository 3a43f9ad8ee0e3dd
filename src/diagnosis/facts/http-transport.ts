import {type Evidence, type HttpEvidence, seen} from '../../model/evidence.ts';
import {isRecord} from '../../model/json.ts';
import {isWorking} from './http-answer.ts';
import {workedTrial} from './http-trials.ts';

/** This client tries both transports by itself when the entry names none. */
const triesBoth = (all: Evidence): boolean => {
  const entry = seen(all, 'entry');
  if (entry === undefined || entry.rules.urlWithoutType !== 'http-then-sse') return false;
  const key = entry.rules.fields.type;
  return key === null || !isRecord(entry.raw) || !Object.hasOwn(entry.raw, key);
};

/** The other transport answered as MCP: where, and whether at another address. Null when it did not. */
export const otherTransport = (
  http: HttpEvidence,
  all: Evidence,
): {readonly url: string; readonly isOtherUrl: boolean} | null => {
  const wanted = http.declared === 'sse' ? 'http' : 'sse';
  const trial = workedTrial(http, `transport:${wanted}`);
  if (trial === null && http.answered !== wanted) return null;
  if (triesBoth(all) && (trial === null || isWorking(all))) return null;
  const asked = http.exchanges[0]?.request.url ?? http.main.request.url;
  const url = trial?.url ?? asked;
  return {url, isOtherUrl: url !== asked};
};

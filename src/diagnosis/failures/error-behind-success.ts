import {seen} from '../../model/evidence.ts';
import {isRecord, type Json} from '../../model/json.ts';
import type {FailureClass} from '../../model/step.ts';
import {askTokenFix} from '../facts/auth-fixes.ts';
import {type Answer, bodyLine, isWorking, short, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

const CREDENTIAL =
  /unauthori[sz]ed|unauthenticated|not logged in|(?:api[ _-]?key|token|credentials?|authentication)\b[^.]{0,30}(?:required|missing|invalid|expired|not (?:found|provided|valid))|(?:missing|invalid|no|wrong) (?:api[ _-]?key|token|credentials?)/i;
const LIMIT = /rate.?limit|too many requests|quota|out of credits?|insufficient (?:credits?|balance)/i;

export const errorBehindSuccess = defineFailure({
  id: 'error-behind-success',
  class: 'runtime',
  step: 'http',
  title: 'An error stands behind a status that says success',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [],
  remedies: [
    'Correct what the message in the body names (often a key that is missing)',
    'Tell the operator: an error has to come with the status of an error (401, 429, 500), or clients misread it',
  ],
  detect: ({http, all}) => {
    const answer = http.main.response;
    if (answer === null || answer.body.kind !== 'json' || answer.status >= 300) return null;
    const said = isWorking(all) || http.answered !== null ? null : errorIn(answer);
    return said === null ? null : {answer, said, kind: kindOf(said)};
  },
  explain: ({answer, said, kind}, {http}) => ({
    cause: `${http.main.request.url} answers HTTP ${answer.status}, which means success, with an error of its own in the body: "${short(said, 160)}". Clients look for an MCP message there and find none.`,
    class: kind,
    confidence: 'likely',
    waitingHelps: kind === 'quota',
    evidence: [statusLine(http), ...bodyLine(answer, said)],
  }),
  fixes: ({said, kind}, {all}) => [
    ...(kind === 'auth' ? [askTokenFix(all, seen(all, 'auth')?.wantedHeader ?? null)] : []),
    advice('correct-cause', `Correct what the service names: "${short(said, 120)}"`),
    advice('operator', 'Tell its operator that an error has to come with the status of an error'),
  ],
});

const kindOf = (said: string): FailureClass =>
  CREDENTIAL.test(said) ? 'auth' : LIMIT.test(said) ? 'quota' : 'runtime';

/** What the body calls its error; null for a body that is none. */
const errorIn = (answer: Answer): string | null => {
  const body = parsed(answer.body.text);
  if (!isRecord(body) || body['jsonrpc'] !== undefined) return null;
  const {error, errors, message} = body;
  const first = Array.isArray(errors) ? errors[0] : undefined;
  const inner = isRecord(error) ? error['message'] : isRecord(first) ? first['message'] : (first ?? error);
  if (typeof inner === 'string' && inner.trim() !== '') return inner;
  const failed =
    body['success'] === false || body['ok'] === false || /^(?:error|fail(?:ed|ure)?)$/i.test(textOf(body['status']));
  return failed && typeof message === 'string' && message.trim() !== '' ? message : null;
};

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const parsed = (text: string): Json => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

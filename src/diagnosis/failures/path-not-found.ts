import {type Evidence, type HttpEvidence, seen, type Trial} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {bodyLine, isHandshakeError, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {editFix, transportFix, urlFix, urlKey} from '../facts/http-changes.ts';
import {lockedTrial, workedTrial} from '../facts/http-trials.ts';
import {defineFailure} from '../failure.ts';

export const pathNotFound = defineFailure({
  id: 'path-not-found',
  class: 'config',
  step: 'http',
  title: 'The server knows no such path',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /Error POSTing to endpoint \(HTTP 404\)|HTTP 404(?::| Not Found)|\b404\b.{0,20}(?:page )?not found(?!.{0,30}(?:registry|npm|GET https))|MCP endpoint not found|Cannot POST \/|No such route|\{"detail":"Not Found"\}/i,
      confidence: 'possible',
    },
  ],
  remedies: ["Correct the path in the URL (/mcp, /sse or what the server's documentation says)"],
  detect: ({http, all}) => {
    if (isWorking(all) || http.answered !== null) return null;
    const status = http.main.response?.status ?? 0;
    const trial = workedTrial(http, 'path:') ?? workedTrial(http, 'no-slash') ?? workedTrial(http, 'slash');
    if (trial !== null && status >= 200 && status !== 401 && status !== 403) return {trial, isLocked: false};
    const isSession = /session/i.test(messageOf(http.main.response) ?? '');
    if ((status !== 404 && status !== 410) || isSession || isHandshakeError(all)) return null;
    const locked = lockedTrial(http);
    return {trial: locked, isLocked: locked !== null};
  },
  explain: ({trial, isLocked}, {http}) => ({
    cause: `There is no MCP endpoint at ${http.main.request.url}: the server answers HTTP ${http.main.response?.status}${quoted(messageOf(http.main.response))}.${http.main.response?.status === 410 ? ' It says that the address is gone for good.' : ''}${trial === null ? ' The host is right, the path is not.' : isLocked ? ` At ${trial.url} the same server asks for a sign-in (HTTP 401): the endpoint is likely there.` : ` The same server answers MCP at ${trial.url}.`}`,
    confidence: trial === null || isLocked ? 'likely' : 'certain',
    evidence: [
      statusLine(http),
      ...bodyLine(http.main.response),
      ...(trial === null
        ? []
        : [
            {
              label: isLocked ? 'asks for a sign-in' : 'answers as MCP',
              text: isLocked ? `${trial.url} → HTTP 401` : trial.url,
              deciding: trial.url,
            },
          ]),
    ],
  }),
  fixes: ({trial, isLocked}, {http, all}) => {
    const key = urlKey(seen(all, 'entry'));
    return [
      ...(trial === null
        ? []
        : [isLocked ? urlFix(all, http.main.request.url, trial.url, LOCKED) : moved(all, http, trial)]),
      editFix(all, {
        id: 'ask-url',
        title: `Correct the path in "${key}" (the server's documentation names it; usual are /mcp and /sse)`,
        path: [key],
        edit: {kind: 'ask', label: 'The full URL of the MCP endpoint', isSecret: false, shape: 'url'},
        why: 'At this path there is nothing.',
      }),
    ];
  },
});

const LOCKED = 'At this path the server asks for a sign-in, and so it has something there.';

/** The new address; with the other transport's word where the path answers only that one. */
const moved = (all: Evidence, http: HttpEvidence, trial: Trial): Fix => {
  const spoken = /HTTP\+SSE/.test(trial.note) ? 'sse' : /Streamable HTTP/.test(trial.note) ? 'http' : http.declared;
  const why = `The server answers MCP at this path${spoken === http.declared ? '' : `, over "${spoken}"`}.`;
  const both = spoken === http.declared ? null : transportFix(all, spoken, trial.url, why);
  return both ?? urlFix(all, http.main.request.url, trial.url, why);
};

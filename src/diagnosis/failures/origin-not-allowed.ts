import {seen} from '../../model/evidence.ts';
import {bodyLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice, editFix, hasHeader, headerPath} from '../facts/http-changes.ts';
import {isOriginRefusal} from '../facts/http-guard.ts';
import {defineFailure} from '../failure.ts';

export const originNotAllowed = defineFailure({
  id: 'origin-not-allowed',
  class: 'config',
  step: 'http',
  title: 'The server refuses the origin of the request',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match: /invalid origin(?: header)?|origin (?:is )?not allowed|origin .{0,80} not (?:in|on) the allow/i,
      confidence: 'certain',
    },
    {
      match:
        /blocked by CORS policy|Access-Control-Allow-(?:Origin|Headers)|CORS (?:error|request did not succeed|preflight)|Missing Mcp-Session-Id header|^[^\S\n]{0,20}(?:TypeError: )?Failed to fetch[^\S\n]{0,20}$/im,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Use a non-browser client or proxy mode (Inspector "Via Proxy")',
    'Server: add the origin to allowedOrigins, and allow the headers mcp-protocol-version, mcp-session-id and authorization (CORS)',
  ],
  detect: ({http, all}) => {
    const answer = http.main.response;
    return answer !== null && !isWorking(all) && isOriginRefusal(answer) ? true : null;
  },
  explain: (_, {http}) => ({
    cause: `The server refuses the origin of the request (HTTP ${http.main.response?.status}${quoted(messageOf(http.main.response))}): its guard against foreign web pages does not know this caller.`,
    evidence: [statusLine(http), ...bodyLine(http.main.response)],
  }),
  fixes: (_, {all}) => {
    const entry = seen(all, 'entry');
    return [
      ...(hasHeader(entry, 'Origin')
        ? [
            editFix(all, {
              id: 'remove-header',
              title: 'Remove the header "Origin"',
              path: headerPath(entry, 'Origin'),
              edit: {kind: 'remove'},
              why: 'Only browsers send an origin.',
            }),
          ]
        : []),
      advice(
        'allow-origin',
        'Add the origin to the allowed origins of the server (allowedOrigins), or ask its operator to',
      ),
      advice('not-browser', 'Use a client that is no browser, or the proxy mode of the one you have'),
    ];
  },
});

import {seen} from '../../model/evidence.ts';
import {headerValue} from '../facts/auth-credential.ts';
import {askTokenFix} from '../facts/auth-fixes.ts';
import {bodyLine, headerOf, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {editFix, headerPath} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const authorizationHeaderMalformed = defineFailure({
  id: 'authorization-header-malformed',
  class: 'auth',
  step: 'http',
  title: 'The server cannot read the Authorization header',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /authorization header is badly formatted|(?:malformed|invalid|improperly formatted|bad) authori[sz]ation header|authorization header (?:must|should) (?:be|start|begin)|invalid authorization (?:header )?format/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Put a real token into the Authorization header: "Bearer <token>" (it is empty, unexpanded, or lacks the Bearer scheme)',
  ],
  detect: ({http, all}) => {
    const answer = http.main.response;
    if (answer === null || isWorking(all) || (answer.status !== 400 && answer.status !== 401)) return null;
    const words = `${answer.body.text} ${headerOf(answer, 'www-authenticate') ?? ''}`;
    if (
      !/authori[sz]ation header[^.]{0,40}(?:badly|malformed|format|invalid|must)|(?:malformed|invalid|badly formatted) authori[sz]ation/i.test(
        words,
      )
    )
      return null;
    const entry = seen(all, 'entry');
    const value = entry === undefined ? null : headerValue(entry, 'Authorization');
    return {value, isBare: value !== null && value.scheme === null && !value.isEmpty};
  },
  explain: ({value, isBare}, {http}) => ({
    cause: `The server cannot read the header Authorization (HTTP ${http.main.response?.status}${quoted(messageOf(http.main.response))})${isBare ? ': the scheme "Bearer" in front of the token is missing' : value?.literalReferences[0] === undefined ? ': it has to be "Bearer", one space, and the token' : `: it still holds the reference to ${value.literalReferences[0]} instead of a value`}.`,
    evidence: [statusLine(http), ...bodyLine(http.main.response)],
  }),
  fixes: ({isBare}, {all}) => [
    ...(isBare
      ? [
          editFix(all, {
            id: 'add-bearer',
            title: 'Put "Bearer " in front of the token in headers.Authorization',
            path: headerPath(seen(all, 'entry'), 'Authorization'),
            edit: {kind: 'rewrite', how: {how: 'prefix', text: 'Bearer '}},
            why: 'The server expects the scheme Bearer.',
          }),
        ]
      : []),
    askTokenFix(all, null),
  ],
});

import {seen} from '../../model/evidence.ts';
import {bodyLine, headerLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice, editFix, headerPath} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const acceptRefused = defineFailure({
  id: 'accept-refused',
  class: 'runtime',
  step: 'http',
  title: 'Client and server agree on no form of answer',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match: /\b406\b|not acceptable|client must accept (?:both )?(?:application\/json|text\/event-stream)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Send Accept: application/json, text/event-stream (headers block, client upgrade, or remove the custom Accept header)',
  ],
  detect: ({http, all}) => (http.main.response?.status === 406 && !isWorking(all) ? http.main.response : null),
  explain: (answer, {http}) => ({
    cause: `The server answers HTTP 406 Not Acceptable${quoted(messageOf(answer))}, although the request accepts "application/json, text/event-stream" as the protocol says. A proxy on the way rewrites the header Accept, or this is no MCP endpoint.`,
    confidence: 'likely',
    evidence: [statusLine(http), ...bodyLine(answer), ...headerLine(answer, 'via'), ...headerLine(answer, 'server')],
  }),
  fixes: (_, {all}) => [
    editFix(all, {
      id: 'set-accept',
      title: 'Set the header "Accept" to "application/json, text/event-stream"',
      path: headerPath(seen(all, 'entry'), 'Accept'),
      edit: {kind: 'set', value: 'application/json, text/event-stream'},
      why: 'The server asks for both kinds by name.',
    }),
    advice('update', 'Update the client: old versions leave one of the two kinds out'),
  ],
});

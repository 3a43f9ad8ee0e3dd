import {seen} from '../../model/evidence.ts';
import {bodyLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {editFix, urlKey} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const contentTypeRefused = defineFailure({
  id: 'content-type-refused',
  class: 'runtime',
  step: 'http',
  title: 'The server refuses the form of the request',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {match: /\b415\b|unsupported media type|Content-Type must be application\/json/i, confidence: 'certain'},
  ],
  remedies: [
    'Remove a custom Content-Type header; compare the URL with the documentation: an MCP endpoint takes application/json',
  ],
  detect: ({http, all}) => (http.main.response?.status === 415 && !isWorking(all) ? http.main.response : null),
  explain: (answer, {http}) => ({
    cause: `${http.main.request.url} answers HTTP 415 Unsupported Media Type${quoted(messageOf(answer))}: it does not take "application/json", which every MCP endpoint must. The address is that of another service, or a proxy changes the header.`,
    confidence: 'likely',
    evidence: [statusLine(http), ...bodyLine(answer)],
  }),
  fixes: (_, {all}) => {
    const key = urlKey(seen(all, 'entry'));
    return [
      editFix(all, {
        id: 'ask-url',
        title: `Correct "${key}": the documentation of the server names the MCP endpoint`,
        path: [key],
        edit: {kind: 'ask', label: 'The full URL of the MCP endpoint', isSecret: false, shape: 'url'},
        why: 'This address does not take JSON.',
      }),
    ];
  },
});

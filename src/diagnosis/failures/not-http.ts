import {seen} from '../../model/evidence.ts';
import {statusLine} from '../facts/http-answer.ts';
import {advice, editFix, urlKey} from '../facts/http-changes.ts';
import {errorLine} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const notHttp = defineFailure({
  id: 'not-http',
  class: 'config',
  step: 'http',
  title: 'Something else than a web server answers on that port',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match: /HPE_INVALID_CONSTANT|Parse Error: Expected HTTP\/|Received HTTP\/0\.9 when not allowed/,
      confidence: 'certain',
    },
  ],
  remedies: ['Set "url" to the port on which the MCP server listens'],
  detect: ({http}) =>
    http.main.response === null
      ? (http.main.error.find(
          ({code, message}) =>
            (code === 'HPE_INVALID_CONSTANT' || /Expected HTTP\//.test(message)) && !/HTTP\/2 SETTINGS/.test(message),
        ) ?? null)
      : null,
  explain: (link, {http}) => ({
    cause: `${http.main.request.url} is taken by another program: it answers, but not in HTTP. A database, SSH or a mail server does that on its own port.`,
    evidence: [statusLine(http), errorLine('error', link)],
  }),
  fixes: (_, {all}) => {
    const key = urlKey(seen(all, 'entry'));
    return [
      editFix(all, {
        id: 'ask-url',
        title: `Correct the port in "${key}": the start message of the MCP server names it`,
        path: [key],
        edit: {kind: 'ask', label: 'The full URL of the MCP endpoint', isSecret: false, shape: 'url'},
        why: 'The program at this port does not speak HTTP.',
      }),
      advice('start', 'Start the MCP server if it is not running: another program uses its port'),
    ];
  },
});

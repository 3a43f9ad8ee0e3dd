import {bodyLine, isWorking, messageOf, quoted, requestIdOf, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const serverError = defineFailure({
  id: 'server-error',
  class: 'runtime',
  step: 'http',
  title: 'The server fails inside',
  severity: 'error',
  waitingHelps: true,
  needs: ['http'],
  signatures: [
    {
      match: /Worker (?:exceeded|threw)[^\n]{0,80}|exceeded (?:the )?CPU (?:time )?limit|error code: 110[12]\b/i,
      confidence: 'likely',
    },

    {
      match: /\b500\b.{0,40}internal[ _]server[ _]error|internal server error|"type":\s*"api_error"|HTTP 500/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Send the operator of the server the request id and the time (capture the request-id); retry with backoff',
    'If it stays so: switch the server URL and transport (/sse to /mcp or back), or move to client-side MCP helpers',
    'Look into the log of the server at that time',
  ],
  detect: ({http, all}) =>
    (http.main.response?.status ?? 0) >= 500 && !isWorking(all) && http.retries?.recovered !== true
      ? http.main.response
      : null,
  explain: (answer, {http}) => {
    const id = requestIdOf(answer);
    return {
      cause: `The server fails inside: HTTP ${answer?.status}${quoted(messageOf(answer))}.${id === null ? '' : ` Its request id is ${id.value}.`} A plain first request is answered like this, so nothing in the entry causes it as far as can be seen.`,
      confidence: 'likely',
      evidence: [
        statusLine(http),
        ...bodyLine(answer, messageOf(answer)),
        ...(id === null ? [] : [{label: 'request id', text: `${id.name}: ${id.value}`, deciding: id.value}]),
      ],
    };
  },
  fixes: (_, {http}) => {
    const id = requestIdOf(http.main.response);
    return [
      advice(
        'operator',
        `Report it to the operator of the server${id === null ? '' : ` with the request id ${id.value}`} and the time ${http.main.startedAt}; if the server is yours, look into its log at that time`,
      ),
      advice('retry', 'Wait some minutes and run the check again'),
    ];
  },
});

import {seen} from '../../model/evidence.ts';
import {bodyLine, isHandshakeError, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {advice, editFix, headerPath} from '../facts/http-changes.ts';
import {workedTrial} from '../facts/http-trials.ts';
import {defineFailure} from '../failure.ts';

export const badRequest = defineFailure({
  id: 'bad-request',
  class: 'runtime',
  step: 'http',
  title: 'The server refuses the first request as malformed',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /\b400\b.{0,20}bad request|HTTP 400|\b422\b.{0,20}unprocessable|Missing required MCP-Protocol-Version header/i,
      confidence: 'possible',
    },
  ],
  remedies: [
    "Read the server's own words; update the server or the client (or add the header the server demands to the headers block)",
  ],
  detect: ({http, all}) => {
    const status = http.main.response?.status ?? 0;
    return (status === 400 || status === 422) && !isWorking(all) && !isHandshakeError(all) && http.answered === null
      ? http.main.response
      : null;
  },
  explain: (answer, {http}) => {
    const wanted =
      /missing (?:required )?(?:header:? )?["']?([A-Za-z][\w-]*)["']? header|(?:header|missing) ["']?(x-[\w-]+)["']?/i.exec(
        answer.body.text,
      );
    const name = wanted?.[1] ?? wanted?.[2];
    return {
      cause: `The server refuses the first request with HTTP ${answer.status}${quoted(messageOf(answer))}.${name === undefined ? ' The request is the one that the protocol prescribes, so the server is of another version, or it is no MCP endpoint.' : ` It wants the header ${name}, which the request does not carry.`}`,
      confidence: 'likely',
      evidence: [statusLine(http), ...bodyLine(answer)],
    };
  },
  fixes: (_, {http, all}) => {
    const isVersion =
      workedTrial(http, 'with-header:MCP-Protocol-Version') !== null ||
      /MCP-Protocol-Version/i.test(http.main.response?.body.text ?? '');
    return [
      ...(isVersion
        ? [
            editFix(all, {
              id: 'set-version',
              title: 'Set the header "MCP-Protocol-Version" to "2025-11-25"',
              path: headerPath(seen(all, 'entry'), 'MCP-Protocol-Version'),
              edit: {kind: 'set', value: '2025-11-25'},
              why: 'The server demands the header in the first request already.',
            }),
          ]
        : []),
      advice('update', 'Update the server (and the client): one of them is of an older version of the protocol'),
      advice('check-url', 'Compare the URL and the required headers with the documentation of the server'),
    ];
  },
});

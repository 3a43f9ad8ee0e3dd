import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {bodyLine} from '../facts/http-answer.ts';
import {advise} from '../facts/launch-fixes.ts';
import {listAnswer, listRefusal} from '../facts/list-refusal.ts';
import {capital, clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const toolsListError = defineFailure({
  id: 'tools-list-error',
  class: 'runtime',
  step: 'tools',
  title: 'The server answers the list of tools with an error',
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match:
        /(?:tools\/list|listing (?:the )?tools|list tools|tools fetch)[^\n]{0,80}(?:error|failed)[^\n]{0,40}(?:-32\d{3}|\b5\d\d\b)|Stateless transport cannot be reused|MCP error -32602: Invalid request parameters/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Correct what the error message names',
    'Look into the log of the server at that time (HTTP 5xx), or send its operator the answer',
    'Restart or update the server',
  ],
  // A refusal of the person or of their pace has failures of its own.
  detect: ({tools}) => ([401, 403, 429].includes(tools.httpStatus ?? 0) || tools.closed ? null : tools.error),
  explain: (error, {tools, all}) => {
    const refusal = listRefusal(all);
    if (refusal !== null) return refusal.explained;
    const body = tools.isUnusable ? (listAnswer(all)?.response ?? null) : null;
    return {
      cause: tools.isUnusable
        ? `${capital(serverWords(all))} says hello, but its answer to tools/list is of no use: ${clip(error.message, 320)}. Clients show no tools then, or an error.`
        : `${capital(serverWords(all))} says hello, but answers tools/list with the error ${error.code}${tools.httpStatus === null ? '' : ` (HTTP status ${tools.httpStatus})`}: "${clip(error.message)}"${error.data === null ? '' : ` (${clip(error.data, 160)})`}.`,
      evidence: [
        {
          label: 'Answer to tools/list',
          text: `${tools.isUnusable ? '' : `${error.code} `}${error.message}${error.data === null ? '' : ` ${error.data}`}`,
          deciding: error.message,
        },
        ...(body === null || body.body.kind === 'json-rpc' ? [] : bodyLine(body)),
      ],
      confidence: 'likely',
    };
  },
  fixes: (error, {tools, all}) =>
    listRefusal(all)?.fixes ??
    (tools.isUnusable
      ? [
          updateServer(
            all,
            'answer tools/list with {"tools": […]}: a list (array) of tools, each with a name and an inputSchema',
          ),
        ]
      : [
          advise('correct-cause', `Correct what the server names: "${clip(error.message, 160)}"`),
          updateServer(all, 'answer tools/list without an error'),
        ]),
});

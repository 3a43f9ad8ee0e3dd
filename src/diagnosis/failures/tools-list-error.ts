import type {RpcError} from '../../model/evidence.ts';
import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {advise} from '../facts/launch-fixes.ts';
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
  remedies: ['Correct what the error message names', 'Restart or update the server'],
  detect: ({tools}) => (tools.error !== null && !tools.closed ? tools.error : null),
  explain: (error, {tools, all}) => ({
    cause: isUnreadable(error)
      ? `${capital(serverWords(all))} says hello, but its answer to tools/list is of no use: ${clip(error.message, 320)}. Clients show no tools then, or an error.`
      : `${capital(serverWords(all))} says hello, but answers tools/list with the error ${error.code}${tools.httpStatus === null ? '' : ` (HTTP status ${tools.httpStatus})`}: "${clip(error.message)}"${error.data === null ? '' : ` (${clip(error.data, 160)})`}.`,
    evidence: [
      {
        label: 'Answer to tools/list',
        text: `${isUnreadable(error) ? '' : `${error.code} `}${error.message}${error.data === null ? '' : ` ${error.data}`}`,
        deciding: error.message,
      },
    ],
    confidence: 'likely',
  }),
  fixes: (error, {all}) =>
    isUnreadable(error)
      ? [
          updateServer(
            all,
            'answer tools/list with {"tools": […]}: a list (array) of tools, each with a name and an inputSchema',
          ),
        ]
      : [
          advise('correct-cause', `Correct what the server names: "${clip(error.message, 160)}"`),
          updateServer(all, 'answer tools/list without an error'),
        ],
});

/** No error of the server's own: an answer that the probe could not use, in the probe's words. */
const isUnreadable = ({code}: RpcError): boolean => code === 0;

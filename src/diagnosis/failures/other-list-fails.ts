import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {advise} from '../facts/launch-fixes.ts';
import {capital, clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const otherListFails = defineFailure({
  id: 'other-list-fails',
  class: 'runtime',
  step: 'tools',
  title: 'A list beside the tools fails',
  severity: 'warning',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match:
        /(?:(?:prompts|resources)\/list|(?:list|get|fetch|discover)\w* (?:the )?(?:prompts|resources))[^\n]{0,60}(?:error|failed|timed? ?out)[^\n]{0,80}|(?:[Ee]rror|[Ff]ailed)[^\n]{0,20} (?:to )?(?:list|get|fetch|discover)\w* (?:the )?(?:prompts|resources)[^\n]{0,120}/,
      confidence: 'possible',
    },
  ],
  remedies: [
    'Correct what the error message names: the list of prompts or resources needs it',
    'Update the server; until then the tools work in most clients, and the list does not',
  ],
  detect: ({tools}) => tools.failedLists[0] ?? null,
  explain: ({method, error}, {all}) => ({
    cause: `${capital(serverWords(all))} lists its tools, and ${error === null ? `gives no answer to ${method}, which it declares in its hello` : `answers ${method}, which it declares in its hello, with the error ${error.code}: "${clip(error.message)}"`}. Clients that read this list at the start wait for it, show an error, or give the server up.`,
    evidence: [
      {
        label: `Answer to ${method}`,
        text: error === null ? 'none' : `${error.code} ${error.message}${error.data === null ? '' : ` ${error.data}`}`,
        deciding: error === null ? 'none' : error.message,
      },
    ],
    confidence: 'likely',
  }),
  fixes: ({method, error}, {all}) => [
    ...(error === null
      ? []
      : [advise('correct-cause', `Correct what the server names: "${clip(error.message, 160)}"`)]),
    updateServer(all, `answer ${method} (an empty list is enough), or no longer declare the capability`),
  ],
});

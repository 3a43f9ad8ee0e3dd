import {seen} from '../../model/evidence.ts';
import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {endWords, lastWordsEvidence, wordsOf} from '../facts/launch-end.ts';
import {advise} from '../facts/launch-fixes.ts';
import {hasAnsweredHello} from '../facts/launch-trouble.ts';
import {capital, clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const crashOnToolsList = defineFailure({
  id: 'crash-on-tools-list',
  class: 'runtime',
  step: 'tools',
  title: 'The server ends soon after its hello',
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match:
        /(?:tools\/list|listing tools)[^\n]{0,60}(?:connection closed|closed unexpectedly|server (?:exited|disconnected))/i,
      confidence: 'likely',
    },
  ],
  remedies: ["Correct what the server's last line names", 'Update the server'],
  detect: ({tools, all}) => {
    const launch = seen(all, 'launch');
    return tools.closed || (launch?.exit != null && hasAnsweredHello(all)) ? {launch} : null;
  },
  explain: ({launch}, {all}) => {
    const words = launch === undefined ? null : wordsOf(launch);
    const end = launch?.exit == null ? 'closed the connection' : endWords(launch);
    const instead =
      launch?.endedDuring === 'idle' ? 'by itself, although nobody had closed it' : 'instead of answering tools/list';
    return {
      cause: `${capital(serverWords(all))} said hello, and then ${end} ${instead}.${words === null ? '' : ` Its deciding line is: "${clip(words.line)}"${words.place === null ? '' : ` (in ${words.place})`}.`}`,
      evidence:
        launch === undefined
          ? [{label: 'tools/list', text: 'the connection was closed', deciding: 'closed'}]
          : lastWordsEvidence(launch),
      confidence: 'likely',
    };
  },
  fixes: ({launch}, {all}) => {
    const words = launch === undefined ? null : wordsOf(launch);
    return [
      ...(words === null ? [] : [advise('correct-cause', `Correct what the server names: "${clip(words.line, 160)}"`)]),
      updateServer(all, 'answer tools/list with an error instead of ending'),
    ];
  },
});

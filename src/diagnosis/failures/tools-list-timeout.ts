import {seen} from '../../model/evidence.ts';
import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {wordsOf} from '../facts/launch-end.ts';
import {advise} from '../facts/launch-fixes.ts';
import {capital, clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const toolsListTimeout = defineFailure({
  id: 'tools-list-timeout',
  class: 'runtime',
  step: 'tools',
  title: 'The server never answers the list of tools',
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {match: /(?:tools\/list|listing (?:the )?tools|tools fetch)[^\n]{0,80}tim(?:ed|e) ?out/i, confidence: 'certain'},
  ],
  remedies: ['Look what the server waits for (a service, a sign-in) and mend that', 'Restart or update the server'],
  detect: ({tools}) => (tools.timedOut && tools.error === null && !tools.hasCursorLoop ? tools : null),
  explain: ({ms, pages}, {all}) => {
    const launch = seen(all, 'launch');
    const said = launch === undefined ? null : wordsOf(launch);
    return {
      cause: `${capital(serverWords(all))} says hello, but gave no answer to tools/list within ${(ms / 1000).toFixed(1)} s: timed out${pages > 1 ? ` after ${pages} pages` : ''}.${said === null ? '' : ` The last line that it wrote is "${clip(said.line, 160)}".`}`,
      evidence: [{label: 'tools/list', text: `no answer after ${ms} ms`, deciding: 'no answer'}],
      confidence: 'likely',
    };
  },
  fixes: (_, {all}) => [
    advise(
      'look',
      `Look in the log of ${serverWords(all)} what it waits for when it is asked for its tools (a service, a sign-in), and mend that`,
    ),
    updateServer(all, 'answer tools/list from memory, without waiting for others'),
  ],
});

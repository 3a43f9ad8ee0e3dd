import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {advise} from '../facts/launch-fixes.ts';
import {capital} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const serverClosesOnFirstMessage = defineFailure({
  id: 'server-closes-on-first-message',
  class: 'runtime',
  step: 'handshake',
  title: 'The server closes the connection at the hello',
  severity: 'error',
  waitingHelps: false,
  needs: ['handshake'],
  signatures: [
    {match: /connection closed during the server\/discover probe|pre-init hard close/i, confidence: 'certain'},
    {
      match: /closed (?:before|during) initializ|expect(?:ed)? initialized? (?:request|notification), but received/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Upgrade the server, or set the client to "legacy" mode, so that its first message is initialize',
    "Read the server's log for the reason",
  ],
  detect: ({handshake}) =>
    handshake.version === null && handshake.error === null && handshake.asked.at(-1)?.outcome === 'closed'
      ? handshake.asked
      : null,
  explain: (asked, {all}) => ({
    cause: `${capital(serverWords(all))} closes the connection when it gets "${asked.at(-1)?.method ?? 'initialize'}", without an answer.`,
    evidence: asked.map(({method, outcome, ms}) => ({
      label: method,
      text: `${outcome} after ${ms} ms`,
      deciding: outcome,
    })),
    confidence: 'likely',
  }),
  fixes: (_, {all}) => [
    advise('server-log', `Read the log of ${serverWords(all)} at that moment`),
    updateServer(all, 'answer an unknown first message with an error instead of ending'),
  ],
});

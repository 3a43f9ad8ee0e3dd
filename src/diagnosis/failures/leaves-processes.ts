import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {hasAnsweredHello} from '../facts/launch-trouble.ts';
import {capital, clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const leavesProcesses = defineFailure({
  id: 'leaves-processes',
  class: 'runtime',
  step: 'tools',
  title: 'The server leaves processes behind',
  severity: 'warning',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {match: /orphan(?:ed)? (?:process|mcp)|zombie process|processes? left (?:running|behind)/i, confidence: 'possible'},
  ],
  remedies: ['Update the server, so that it ends the processes that it starts', 'End the left-over processes by hand'],
  detect: ({launch, all}) =>
    launch.closing.survivors.length > 0 && hasAnsweredHello(all) ? launch.closing.survivors : null,
  explain: (survivors, {all}) => ({
    cause: `${capital(serverWords(all))} ended, but left ${survivors.length === 1 ? 'a child process' : `${survivors.length} child processes`} running: ${survivors
      .slice(0, 3)
      .map(({pid, command}) => `${pid} (${clip(command, 80)})`)
      .join(', ')}. Each session leaves more of these orphans behind. mcp-fix ended the ones of its own run.`,
    evidence: survivors
      .slice(0, 5)
      .map(({pid, command}) => ({label: `Process ${pid}`, text: command, deciding: command})),
  }),
  fixes: (_, {all}) => [updateServer(all, 'end its child processes when standard input closes')],
});

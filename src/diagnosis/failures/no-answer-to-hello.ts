import {seen} from '../../model/evidence.ts';
import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {wordsOf} from '../facts/launch-end.ts';
import {advise, commandLineOf} from '../facts/launch-fixes.ts';
import {capital, clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const noAnswerToHello = defineFailure({
  id: 'no-answer-to-hello',
  class: 'runtime',
  step: 'handshake',
  title: 'The server runs and never answers the hello',
  severity: 'error',
  waitingHelps: false,
  needs: ['handshake'],
  signatures: [
    {match: /MCP error -32001: Request timed out/i, confidence: 'possible'},
    {
      match:
        /Context server request timeout|Waiting for server to respond to `?initialize`? request|hangs at initialize/i,
      confidence: 'possible',
    },
    {
      match: /timed out (?:waiting for|during) (?:the )?initializ|initialize (?:request )?timed out/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Run the server alone and look what it waits for',
    'Check that it is started as a stdio server (an argument such as "stdio" may be missing)',
    'Set PYTHONUNBUFFERED=1 in "env", if it is a Python server',
    'Restart or update the server',
  ],
  detect: ({handshake, all}) => {
    const isSilent = handshake.timedOut || handshake.asked.every(({outcome}) => outcome !== 'answered');
    if (handshake.version !== null || handshake.error !== null || !isSilent) return null;
    // The answer is there, glued to a line of text: that is the cause, and not silence.
    return seen(all, 'launch')?.noise.some(({isGlued}) => isGlued) === true ? null : handshake;
  },
  explain: ({waitedMs, asked}, {all}) => {
    const launch = seen(all, 'launch');
    const said = launch === undefined ? null : wordsOf(launch);
    const where =
      launch === undefined ? 'is reachable' : `runs${launch.pid === null ? '' : ` (process ${launch.pid})`}`;
    return {
      cause: `${capital(serverWords(all))} ${where}, but gave no answer to "${asked.at(-1)?.method ?? 'initialize'}" within ${(waitedMs / 1000).toFixed(1)} s: timed out.${said === null ? '' : ` The last line that it wrote is "${clip(said.line, 160)}".`}`,
      evidence: [
        ...asked.map(({method, outcome, ms}) => ({
          label: method,
          text: `${outcome} after ${ms} ms`,
          deciding: outcome,
        })),
        ...(said === null ? [] : [{label: 'Its last words', text: clip(said.line, 400)}]),
      ],
      confidence: 'likely',
    };
  },
  fixes: (_, {all}) => [
    ...(seen(all, 'launch') === undefined
      ? []
      : [
          advise(
            'run-alone',
            `Run it alone and look what it waits for (a sign-in, a question, another service): ${commandLineOf(all)}`,
          ),
        ]),
    updateServer(all, 'answer "initialize" before any slow work, on stdout'),
  ],
});

import {endWords, lastWordsEvidence, waitedFor, wordsOf} from '../facts/launch-end.ts';
import {advise, commandLineOf} from '../facts/launch-fixes.ts';
import {troubleOf} from '../facts/launch-trouble.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const crashedAtStart = defineFailure({
  id: 'crashed-at-start',
  class: 'runtime',
  step: 'launch',
  title: 'The server ends before it says hello',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {match: /MCP [^\n:]{1,80}: Server disconnected/, confidence: 'possible'},

    {
      match:
        /runtime error: (?:invalid memory|index out|slice bounds|integer divide)[^\n]{0,80}|all goroutines are asleep|NullPointerException|NullReferenceException|panicked at [^\n]{1,200}/,
      confidence: 'possible',
    },

    {match: /MCP error -32000: Connection closed/i, confidence: 'possible'},
    {
      match: /Server (?:process )?(?:exited|disconnected|transport closed)[^\n]{0,60}(?:code|unexpectedly|before)/i,
      confidence: 'possible',
    },
    {match: /connection closed: initialize response/i, confidence: 'likely'},
    {
      match: /Error in MCP: Client closed|Client closed for command|unhandled errors in a TaskGroup/,
      confidence: 'possible',
    },
    {match: /(?:process|server) exited with code (?<code>[1-9]\d*)/i, confidence: 'possible'},
  ],
  remedies: [
    'Run the exact command in a terminal and read the last line of its output',
    'Correct what that line names',
  ],
  detect: ({launch, all}) => (launch.exit !== null && troubleOf(all) === 'end' ? launch : null),
  explain: (launch) => {
    const words = wordsOf(launch);
    const place = words?.place == null ? '' : ` (in ${words.place})`;
    const said =
      words === null ? 'It wrote nothing on standard error.' : `Its deciding line is: "${clip(words.line)}"${place}.`;
    return {
      cause: `The server ${endWords(launch)} ${waitedFor(launch)}. ${said}${meaningOf(words?.line ?? '')}`,
      evidence: lastWordsEvidence(launch),
      confidence: words === null ? 'possible' : 'likely',
    };
  },
  fixes: (launch, {all}) => {
    const words = wordsOf(launch);
    const alone = advise('run-alone', `Run it alone to see everything that it says: ${commandLineOf(all)}`);
    if (words === null) return [alone];
    const place = words.place === null ? '' : ` at ${words.place}`;
    return [advise('correct-cause', `Correct what the server names${place}: "${clip(words.line, 160)}"`), alone];
  },
});

/** What a word of a language means, where its own message does not say so. */
const meaningOf = (line: string): string =>
  /`?Err`? value: NotPresent\b/.test(line)
    ? ' In Rust that means: an environment variable is not set. The named line of its code says which one.'
    : '';

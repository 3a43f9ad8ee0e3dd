import type {Evidence} from '../../model/evidence.ts';
import {lastWordsEvidence, waitedFor, wordsOf} from '../facts/launch-end.ts';
import {advise, commandLineOf, programOf} from '../facts/launch-fixes.ts';
import {troubleOf} from '../facts/launch-trouble.ts';
import {runsInContainer} from '../facts/launch-variables.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const exitsWithoutAWord = defineFailure({
  id: 'exits-without-a-word',
  class: 'runtime',
  step: 'launch',
  title: 'The server ends at once, without an error',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {
      match: /server exits 0 immediately|exited (?:cleanly )?with (?:exit )?code 0|exit(?:ed)? (?:status|code):? 0\b/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Add the argument that makes the program serve on stdio (such as "stdio", "serve" or "mcp")',
    'Let the start script wait for the server, with standard input handed on',
  ],
  detect: ({launch, all}) => (launch.exit?.code === 0 && troubleOf(all) === 'end' ? launch : null),
  explain: (launch, {all}) => {
    const words = wordsOf(launch);
    const said = words === null ? 'It wrote no error' : `Its last line is "${clip(words.line)}"`;
    return {
      cause: `The server ended with exit code 0 ${waitedFor(launch)}, as if its work were done. ${said}: ${reasonFor(all)}.`,
      evidence: lastWordsEvidence(launch),
      confidence: 'likely',
    };
  },
  fixes: (_, {all}) => [
    advise(
      'serve-argument',
      `Look up in the server's manual which argument makes "${programOf(all)}" stay and serve over stdio ("stdio", "serve", "mcp" …), and add it to "args"`,
    ),
    advise('run-alone', `Run it alone; a healthy server waits for input and does not come back: ${commandLineOf(all)}`),
  ],
});

/** What usually ends a program in peace before anybody asked it. */
const reasonFor = (evidence: Evidence): string =>
  runsInContainer(evidence)
    ? 'the container gets no standard input (docker run needs -i), or its program is done at once'
    : 'the program is no server without a further argument, or it goes on in the background, or its standard input is closed';

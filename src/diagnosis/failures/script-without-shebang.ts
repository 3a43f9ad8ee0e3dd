import {textOf} from '../../model/capture.ts';
import {seen} from '../../model/evidence.ts';
import {advise, mergeEntry, plainArguments} from '../facts/launch-fixes.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const scriptWithoutShebang = defineFailure({
  id: 'script-without-shebang',
  class: 'config',
  step: 'launch',
  title: 'A script is started as if it were a program',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch', 'command'],
  signatures: [
    {
      match:
        /: \d{1,4}: (?:import|from|const|require|async|let|var|export|\*|\/\*\*?|'use strict'|"use strict"): (?:command )?not found/,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Set "command" to the interpreter (node, python3), and put the script first in "args"',
    'Write "#!/usr/bin/env …" into the first line of the script',
  ],
  detect: ({launch, command}) => {
    const file = command.resolved ?? '';
    const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
    const interpreter = INTERPRETER[ending] ?? spokenIn(textOf(launch.stderr));
    if (interpreter === undefined || command.look?.shebang != null || command.look?.content === 'lfs-pointer')
      return null;
    const failed =
      launch.spawnError !== null
        ? /^(?:ENOEXEC|UNKNOWN|EFTYPE)$/.test(launch.spawnError.code)
        : SHELL_NOISE.test(textOf(launch.stderr)) && launch.exit !== null;
    return failed ? {file, interpreter} : null;
  },
  explain: ({file, interpreter}, {launch}) => ({
    cause: `${file} is a script without "#!" in its first line, so the system does not know that ${interpreter} has to run it.`,
    evidence: [{label: 'The system says', text: launch.spawnError?.message ?? clip(textOf(launch.stderr))}],
  }),
  fixes: ({file, interpreter}, {all}) => {
    const args = plainArguments(all);
    const {command, args: field} = seen(all, 'entry')?.rules.fields ?? {command: 'command', args: 'args'};
    const title = `Set "command" to "${interpreter}", with ${file} as first argument`;
    return [
      args === null || field === null
        ? advise('name-interpreter', title)
        : mergeEntry(all, 'name-interpreter', title, {[command]: interpreter, [field]: [file, ...args]}),
      advise('shebang', `Or write "#!/usr/bin/env ${interpreter}" into the first line of ${file}`),
    ];
  },
});

const INTERPRETER: Readonly<Record<string, string>> = {
  js: 'node',
  mjs: 'node',
  cjs: 'node',
  py: 'python3',
  rb: 'ruby',
  sh: 'sh',
  php: 'php',
  pl: 'perl',
  lua: 'lua',
};

/** A shell that was given a script of another language. */
const SHELL_NOISE =
  /: (?:import|from|const|require|def|async|let|var|export|\*|\/\*\*?): (?:command )?not found|Syntax error: "\("/;

/** The language whose words a shell took for commands: for files without an ending. */
const spokenIn = (text: string): string | undefined =>
  /: \d{1,4}: (?:const|let|var|require|async|export|'use strict'|"use strict"): (?:command )?not found/.test(text)
    ? 'node'
    : /: \d{1,4}: (?:import|from|def): (?:command )?not found/.test(text)
      ? 'python3'
      : undefined;

import {commandPath, commandQuote, pathText} from '../facts/command-entry.ts';
import {folderOf, putFirstInPath} from '../facts/command-path-change.ts';
import {installText, runtimeOf} from '../facts/command-runtimes.ts';
import {advice, placeAt, programName} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const interpreterNotOnPath = defineFailure({
  id: 'interpreter-not-on-path',
  class: 'config',
  step: 'command',
  title: 'The script’s interpreter is not on the PATH',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match: /env: [‘'"]?(?<name>node|python3?|bun|deno|bash|ruby|uv)[’'"]?: No such file or directory/i,
      confidence: 'certain',
    },
    {match: /^exit(ed)?( with)? code 127$/im, confidence: 'possible'},
  ],
  remedies: [
    'Add the folder of the interpreter (node, python) to PATH in "env"',
    'Set "command" to the absolute path of the interpreter and name the script as its first argument',
  ],
  detect: ({command}) => {
    const shebang = command.look?.shebang;
    if (shebang === undefined || shebang === null || shebang.interpreterFound !== null || shebang.hasCarriageReturn)
      return null;
    if (/^[\\/]/.test(shebang.interpreter) && !/[\\/]env$/.test(shebang.interpreter)) return null;
    const name = /env\s+(?:-S\s+)?(?:\w+=\S+\s+)*([\w.-]+)/.exec(shebang.line)?.[1] ?? shebang.interpreter;
    const found = command.elsewhere.find((one) => programName(one.path) === name)?.path ?? null;
    const beside = found ?? null;
    return {name, line: shebang.line, file: command.look?.path ?? command.command, found: beside};
  },
  explain: ({name, line, file}, {entry, command}) => ({
    cause: `${file} is a script that needs ${name} ("${line}"), and ${name} is not on ${pathText(entry, command)}.`,
    evidence: [{label: `${file}, line 1`, text: line, deciding: name}, commandQuote(entry, command)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({name, file, found}, {entry, command, all}) => {
    const path = found === null ? null : putFirstInPath(entry, command, folderOf(found), all);
    const runtime = runtimeOf(name);
    return [
      ...(path === null ? [] : [path]),
      advice(
        'name-interpreter',
        `Set "command" to the full path of ${name}${found === null ? '' : ` (${found})`} and make ${file} its first argument`,
      ),
      ...(found === null && runtime !== null ? [advice('install', installText(runtime, all))] : []),
    ];
  },
});

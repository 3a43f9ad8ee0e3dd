import {commandPath, commandQuote, isNotFound, pathText, setCommand} from '../facts/command-entry.ts';
import {placeAt, programName} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

/** Programs whose bare name newer systems no longer have; the numbered one is the same program. */
const NUMBERED: Readonly<Record<string, string>> = {python: 'python3', pip: 'pip3', nodejs: 'node'};

export const pythonIsPython3 = defineFailure({
  id: 'python-is-python3',
  class: 'config',
  step: 'command',
  title: 'The program has another name on this system',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match: /(spawn (python|pip) ENOENT|(python|pip): command not found|exec: "python": executable file not found)/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Set "command" to "python3" (or the python of the virtual environment)'],
  detect: ({command}) => {
    const other = command.isPath ? undefined : NUMBERED[command.command];
    if (other === undefined || !isNotFound(command)) return null;
    const found = [...command.nearNames, ...command.elsewhere].find((one) => programName(one.path) === other);
    return found === undefined ? null : {other, found};
  },
  explain: ({other, found}, {entry, command}) => ({
    cause: `${command.command} was not found on ${pathText(entry, command)}; this system calls it ${other} (${found.path}).`,
    evidence: [commandQuote(entry, command, command.command)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({other, found}, {entry, command}) => {
    const onPath = command.path.folders.some(
      ({folder}) => found.path === `${folder}/${other}` || found.path === `${folder}\\${other}.exe`,
    );
    return [setCommand(entry, onPath ? other : found.path, `This system calls it ${other}`)];
  },
});

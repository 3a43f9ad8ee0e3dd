import {seen} from '../../model/evidence.ts';
import {commandPath, commandQuote, lastErrorText, setCommand, works} from '../facts/command-entry.ts';
import {runtimeOf} from '../facts/command-runtimes.ts';
import {advice, placeAt, programName} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const snapConfined = defineFailure({
  id: 'snap-confined',
  class: 'runtime',
  step: 'command',
  title: 'Use the program without the snap cage',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /Permission denied \(os error 13\)/i, confidence: 'likely'},
    {match: /snap-confine|\/snap\/bin\/\S+.{0,60}(permission denied|EACCES)/i, confidence: 'certain'},
  ],
  remedies: ['Use a non-snap installation of the program (for uv the installer of its vendor) and set "command" to it'],
  detect: ({command, all}) => {
    const path = command.resolved ?? command.look?.path ?? '';
    if (!/(^|\/)snap\//.test(path) || works(all)) return null;
    const denied =
      seen(all, 'launch')?.spawnError?.code === 'EACCES' ||
      /permission denied|snap-confine|cannot perform operation/i.test(lastErrorText(all));
    const other = command.elsewhere.find((one) => !/\/snap\//.test(one.path));
    return denied ? {path, other: other?.path ?? null} : null;
  },
  explain: ({path}, {entry, command}) => ({
    cause: `${path} is a snap, which runs in a cage; it is not allowed to start here (permission denied).`,
    evidence: [commandQuote(entry, command, path)],
    location: placeAt(entry, commandPath(entry)),
    confidence: 'likely',
  }),
  fixes: ({path, other}, {entry}) => {
    const name = programName(path);
    const tool = runtimeOf(name)?.name ?? name;
    const found = other === null ? [] : [setCommand(entry, other, 'It runs without the cage of a snap')];
    return [
      ...found,
      advice(
        'without-snap',
        `Install ${tool} without snap (its vendor's installer), and set "${entry.rules.fields.command}" to the full path of that ${name}`,
      ),
    ];
  },
});

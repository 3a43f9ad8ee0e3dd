import {commandQuote, works} from '../facts/command-entry.ts';
import {advice, editAt, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const dockerWithoutInteractive = defineFailure({
  id: 'docker-without-interactive',
  class: 'config',
  step: 'command',
  title: 'The container gets no input',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match:
        /docker run (?!.{0,200}(\s-i\b|--interactive|\s-it\b)).{0,200}(Connection closed|exits? 0|exit(ed)? (with )?code 0)/is,
      confidence: 'likely',
    },
    {match: /server exits 0 immediately/i, confidence: 'likely'},
  ],
  remedies: ['Add "-i" after "run": docker run without -i closes the server’s stdin'],
  detect: ({command, all}) => {
    const runner = command.package?.runner ?? '';
    const at = command.args.indexOf('run');
    return /^(docker|podman|nerdctl)( run)?$/.test(runner) &&
      command.package?.hasInteractive === false &&
      at !== -1 &&
      !works(all)
      ? {at, tool: runner.split(' ')[0] ?? 'docker'}
      : null;
  },
  explain: ({tool}, {entry, command}) => ({
    cause: `${tool} run is started without -i (--interactive), so the container gets no stdin: the server sees its input closed and ends at once.`,
    evidence: [commandQuote(entry, command, 'run')],
    location: placeAt(entry, [entry.rules.fields.args ?? 'args']),
  }),
  fixes: ({at}, {entry}) => {
    const {args, command} = entry.rules.fields;
    const title = 'Add "-i" after "run", so that the container gets its stdin';
    const why = 'Without -i the server gets no stdin';
    if (entry.rules.commandIsArray)
      return [editAt(entry, [command], {id: 'add-i', title, edit: {kind: 'insert', index: at + 2, value: '-i'}, why})];
    if (args === null) return [advice('add-i', title)];
    return [editAt(entry, [args], {id: 'add-i', title, edit: {kind: 'insert', index: at + 1, value: '-i'}, why})];
  },
});

import type {Change, Edit} from '../../model/change.ts';
import {type CommandEvidence, type EntryEvidence, type Evidence, seen} from '../../model/evidence.ts';
import type {EvidenceLine, Fix} from '../../model/finding.ts';
import type {KeyPath} from '../../model/json.ts';
import {changeAt, placeAt} from './config-entry.ts';

/** Where the program's name stands below the entry: an item of its list in clients that write the whole call there. */
export const commandPath = (entry: EntryEvidence): KeyPath =>
  entry.rules.commandIsArray ? [entry.rules.fields.command, 0] : [entry.rules.fields.command];

/** Where an argument stands below the entry, by its index among the arguments. */
export const argPath = (entry: EntryEvidence, index: number): KeyPath =>
  entry.rules.commandIsArray ? [entry.rules.fields.command, index + 1] : [entry.rules.fields.args ?? 'args', index];

/** 'Set "command" to "/usr/local/bin/uvx"' */
export const setCommand = (entry: EntryEvidence, to: string, why: string, id = 'set-command'): Fix => ({
  id,
  title: `Set "${entry.rules.fields.command}" to "${to}"`,
  kind: 'edit',
  change: changeAt(entry, commandPath(entry), {kind: 'set', value: to}, why),
});

/** The person names the program; only they know where it is. */
export const askCommand = (entry: EntryEvidence, title: string, why: string): Fix => ({
  id: 'ask-command',
  title,
  kind: 'edit',
  change: changeAt(
    entry,
    commandPath(entry),
    {kind: 'ask', label: 'The full path of the program', isSecret: false, shape: 'path'},
    why,
  ),
});

export const changeArg = (entry: EntryEvidence, index: number, edit: Edit, why: string): Change =>
  changeAt(entry, argPath(entry, index), edit, why);

/** The command line as the client starts it, for the evidence. */
const commandLine = (command: CommandEvidence): string =>
  [command.command, ...command.args].map((word) => (/[\s"']/.test(word) ? JSON.stringify(word) : word)).join(' ');

export const commandQuote = (entry: EntryEvidence, command: CommandEvidence, deciding?: string): EvidenceLine => {
  const text = commandLine(command);
  return {
    label: `${entry.file}, line ${placeAt(entry, commandPath(entry)).line}`,
    text,
    ...(deciding !== undefined && text.includes(deciding) ? {deciding} : {}),
  };
};

/** Nothing of that name would be started. */
export const isNotFound = (command: CommandEvidence): boolean =>
  command.resolved === null && (command.look?.exists !== true || command.look.kind === 'link-broken');

/** 'the PATH of Claude Desktop (/usr/bin, /bin)' */
export const pathText = (entry: EntryEvidence, command: CommandEvidence): string => {
  const whose = command.path.source === 'entry' ? 'the PATH in "env"' : `the PATH of ${entry.rules.clientName}`;
  const folders = command.path.folders.map(({folder}) => folder);
  return `${whose} (${folders.slice(0, 4).join(', ')}${folders.length > 4 ? `, ${folders.length - 4} more` : ''})`;
};

/** The server said hello: what looks odd in its command does no harm. */
export const works = (all: Evidence): boolean => {
  const handshake = seen(all, 'handshake');
  return handshake !== undefined && handshake.version !== null;
};

/** It was started and did not come as far as saying hello. */
export const failedToStart = (all: Evidence): boolean => seen(all, 'launch') !== undefined && !works(all);

export const lastErrorText = (all: Evidence): string => {
  const launch = seen(all, 'launch');
  return launch === undefined ? '' : `${launch.stderr.head}\n${launch.stderr.tail}`;
};

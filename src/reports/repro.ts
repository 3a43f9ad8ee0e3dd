import type {EntryEvidence, Evidence} from '../model/evidence.ts';
import {seen} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';
import {commandRepro} from './repro-command.ts';
import {firstWords} from './repro-messages.ts';
import {requestRepro} from './repro-request.ts';

/** The shortest thing that fails outside mcp-fix. Holds no secret: hidden values are variables. */
export interface Repro {
  readonly kind: 'request' | 'command';
  /** What to paste into a POSIX shell. */
  readonly text: string;
  /** Variables that have to be set first, by name. */
  readonly variables: readonly string[];
  /** The JSON messages that it sends, in order. */
  readonly messages: readonly string[];
  /** The input is held open until the answer comes; closing it at once would show something else. */
  readonly waits: boolean;
  readonly notes: readonly string[];
}

export interface NoRepro {
  readonly none: string;
}

/** The smallest reproduction of what is wrong; of the first request where nothing is. */
export const reproOf = (evidence: Evidence, root: Finding | null): Repro | NoRepro => {
  const entry = seen(evidence, 'entry');
  if (entry === undefined) return {none: 'The trouble is in the file itself; nothing has to be started to see it.'};
  const about: ReproSubject = {evidence, entry, root, words: firstWords(evidence, root)};
  if (entry.url !== null && entry.transport !== 'stdio') return requestRepro(about);
  if (entry.command !== null && entry.command !== '') return commandRepro(about);
  return {
    none: `The entry names nothing that could be started or called; look at ${entry.place.file}, line ${entry.place.line}.`,
  };
};

export interface ReproSubject {
  readonly evidence: Evidence;
  readonly entry: EntryEvidence;
  readonly root: Finding | null;
  /** The messages as JSON, in order. */
  readonly words: readonly string[];
}

/** The one hidden value of the entry at this path, by the variable that the person already has for it. */
export const ownName = (entry: EntryEvidence, ...path: readonly (string | number)[]): string | null => {
  const shape = entry.values.find(
    (value) => value.path.length === path.length && value.path.every((key, index) => key === path[index]),
  );
  const [only, ...more] = shape?.references ?? [];
  return only === undefined || more.length > 0 || !/^[A-Za-z_]\w*$/.test(only) ? null : only;
};

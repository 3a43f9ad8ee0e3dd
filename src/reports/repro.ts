import type {Evidence} from '../model/evidence.ts';
import {seen} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';
import {commandRepro} from './repro-command.ts';
import {firstWords} from './repro-messages.ts';
import {requestRepro} from './repro-request.ts';
import type {Repro, ReproSubject} from './repro-subject.ts';

export type {Repro} from './repro-subject.ts';

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

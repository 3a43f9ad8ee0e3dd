import type {ServerEntry} from '../model/server.ts';
import type {EntryContext} from './entry/launch-of.ts';
import type {ReadFile} from './read-file.ts';

/** An entry with what is needed to make its evidence later. */
export interface Candidate {
  readonly entry: ServerEntry;
  readonly read: ReadFile;
  readonly context: EntryContext;
}

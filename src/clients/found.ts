import type {EntryEvidence, FileEvidence} from '../model/evidence.ts';
import type {ServerEntry} from '../model/server.ts';
import type {ActingEntry} from './acting/as-client.ts';
import type {Keeper} from './client.ts';

/** Everything that was found for one home and one project folder. Nothing was started, nothing was sent. */
export interface Found {
  /** Every configuration file that is there, read or not. */
  readonly files: readonly FileEvidence[];
  /** Locations that were looked at and are empty, for those who want to know where a file could be. */
  readonly looked: readonly {readonly path: string; readonly client: string; readonly scope: string}[];
  /** Under WSL: files of Windows programs. Shown only: those programs start their servers on Windows. */
  readonly windowsSide: readonly FileEvidence[];
  readonly entries: readonly ServerEntry[];
  /** Who writes that file anew by itself (a plugin, an administrator), so that no change of it would last; null for others. */
  readonly keeperOf: (path: string) => Keeper | null;
  /** Other programs of this machine that take servers from that file too; [] for most. */
  readonly alsoReadBy: (path: string) => readonly string[];
  /** Made when asked for; the entry must be one of `entries` (by its key). */
  readonly evidenceOf: (entry: ServerEntry) => EntryEvidence;
  /** The entry as another client would read it. @throws UserError for a client that mcp-fix does not know */
  readonly asClient: (entry: ServerEntry, clientId: string) => ActingEntry;
  /** What it would start or call, redacted: the part of its evidence that a list of many shows. */
  readonly shownOf: (entry: ServerEntry) => Pick<EntryEvidence, 'command' | 'args' | 'url'>;
}

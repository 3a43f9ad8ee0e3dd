import type {CommandEvidence, EntryEvidence, Evidence} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {changeAt} from './config-entry.ts';

/** Puts a folder in front of the PATH that the server gets, as one variable of the entry; null where the client has no "env". */
export const putFirstInPath = (
  entry: EntryEvidence,
  command: CommandEvidence,
  folder: string,
  all: Evidence,
): Fix | null => {
  const key = entry.rules.fields.env;
  if (key === null) return null;
  const separator = all.machine.platform === 'win32' ? ';' : ':';
  const folders = command.path.folders.filter((one) => one.exists && one.folder !== folder).map((one) => one.folder);
  const value = [folder, ...folders].join(separator);
  return {
    id: 'path-first',
    title: `Put ${folder} first in PATH (set "${key}.PATH")`,
    kind: 'edit',
    change: changeAt(entry, [key, 'PATH'], {kind: 'set', value}, `Programs are looked up in ${folder} first`),
  };
};

/** The folder of a path, on either system: '/usr/bin/node' → '/usr/bin'. */
export const folderOf = (path: string): string => path.replace(/[\\/][^\\/]*$/, '') || '/';

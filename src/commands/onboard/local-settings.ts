import path from 'node:path';
import {REAL_DISK} from '../../clients/disk.ts';
import {createTrackedLook} from '../../clients/git/is-tracked.ts';
import {readFileBounded} from '../../files/index.ts';
import type {Change} from '../../model/change.ts';
import type {Host} from '../../model/host.ts';

/**
 * Claude Code's settings of this person for this project: `env` of .claude/settings.local.json is in the environment of
 * each session, and so of each server (code.claude.com, settings: "env" and "Local scope").
 */
export interface LocalSettings {
  readonly file: string;
  /** Under version control: nothing of one's own may be written there. */
  readonly isTracked: boolean;
  /** In a repository that does not ignore it. */
  readonly isExposed: boolean;
}

export const readLocalSettings = async (host: Host, project: string): Promise<LocalSettings> => {
  const file = path.join(project, '.claude', 'settings.local.json');
  const tracked = (await createTrackedLook([file], host, REAL_DISK))(file);
  return {
    file,
    isTracked: tracked !== false,
    isExposed: tracked === false && (await isExposed(project)),
  };
};

/** Where the value of a variable goes: a file that is this person's own. */
export const valueChange = (settings: LocalSettings, name: string): Change => ({
  file: settings.file,
  path: ['env', name],
  edit: {kind: 'ask', label: name, isSecret: true, shape: 'text'},
  why: `Claude Code gives ${name} to each session in this project, and to its servers`,
});

/** A repository is here, and neither its ignore list nor one's own names the file. */
const isExposed = async (project: string): Promise<boolean> => {
  if ((await readFileBounded(path.join(project, '.git', 'HEAD'))).kind !== 'bytes') return false;
  const lists = await Promise.all(
    [
      path.join(project, '.gitignore'),
      path.join(project, '.claude', '.gitignore'),
      path.join(project, '.git', 'info', 'exclude'),
    ].map(async (file) => {
      const read = await readFileBounded(file);
      return read.kind === 'bytes' ? read.bytes.toString('utf8') : '';
    }),
  );
  return !/^\s*[^#!\n]*(?:settings\.local\.json|\*\.local\.json|\.claude\/?\*?\*?\s*$)/m.test(lists.join('\n'));
};

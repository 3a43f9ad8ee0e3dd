import {valueAt} from '../../model/json.ts';
import type {ServerEntry} from '../../model/server.ts';
import type {Judged} from '../client.ts';
import type {Disk} from '../disk.ts';
import type {Places} from '../places.ts';
import {lineOf, readSettings} from './settings-file.ts';
import {standingAs} from './standing-as.ts';

/** Codex reads a project's servers only in a folder that its own configuration calls trusted. */
export const judgeCodex = async (
  entries: readonly ServerEntry[],
  {env, home, join, projectSpellings}: Places,
  disk: Disk,
): Promise<Judged> => {
  // Without such an entry the file would be parsed a second time for nothing.
  if (!entries.some(needsTrust)) return {troubled: [], entries};
  const user = await readSettings(join(env('CODEX_HOME') ?? home('.codex'), 'config.toml'), disk, 'toml');
  const trusted = projectSpellings.some(
    (folder) => valueAt(user.value, ['projects', folder, 'trust_level']) === 'trusted',
  );
  const path = ['projects', projectSpellings[0] ?? '', 'trust_level'];
  return {
    troubled: [],
    entries: entries.map(
      (entry): ServerEntry =>
        trusted || !needsTrust(entry)
          ? entry
          : standingAs(entry, {
              state: 'not-approved',
              decidedBy: {
                file: user.path ?? entry.file,
                path,
                line: lineOf(user, path),
                owner: 'the trust in this folder',
              },
              wins: null,
            }),
    ),
  };
};

const needsTrust = (entry: ServerEntry): boolean => entry.scope === 'project' && entry.standing.state === 'active';

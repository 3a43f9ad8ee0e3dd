import {isRecord, valueAt} from '../../model/json.ts';
import type {Disk} from '../disk.ts';
import type {Places} from '../places.ts';
import {readSettings} from './settings-file.ts';

/**
 * The variables that Claude Code puts into the environment of each session, and so of each server: `env` of the user's,
 * the project's and the person's own settings for the project, the later over the earlier (code.claude.com, "Settings").
 */
export const claudeCodeSessionEnv = async (places: Places, disk: Disk): Promise<Readonly<Record<string, string>>> => {
  const {env, home, join, project} = places;
  const own = env('CLAUDE_CONFIG_DIR') ?? home('.claude');
  const all = await Promise.all(
    [join(own, 'settings.json'), project('.claude', 'settings.json'), project('.claude', 'settings.local.json')].map(
      (path) => readSettings(path, disk),
    ),
  );
  const entries = all.flatMap(({value}) => {
    const named = valueAt(value, ['env']);
    return isRecord(named) ? Object.entries(named) : [];
  });
  return Object.fromEntries(entries.filter((one): one is [string, string] => typeof one[1] === 'string'));
};

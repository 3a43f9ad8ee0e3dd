import {pathsOf} from '../../model/host.ts';
import {isRecord, type KeyPath, valueAt} from '../../model/json.ts';
import type {ServerEntry, Standing} from '../../model/server.ts';
import type {Judged} from '../client.ts';
import type {Disk} from '../disk.ts';
import type {Places} from '../places.ts';
import {lineOf, readSettings, type Settings} from './settings-file.ts';
import {standingAs} from './standing-as.ts';

/**
 * What Codex decides outside of an entry: the administrator's requirements, the profile that is chosen, the switches of
 * its plugins, and the trust in a project's folder.
 */
export const judgeCodex = async (entries: readonly ServerEntry[], places: Places, disk: Disk): Promise<Judged> => {
  const {env, home, join, projectSpellings} = places;
  // Without such an entry the file would be parsed a second time for nothing.
  if (entries.length === 0) return {troubled: [], entries};
  const required = await readSettings(requirementsPath(places), disk, 'toml');
  const isAsked = entries.some(({scope}) => scope !== 'user' && scope !== 'system');
  const own = join(env('CODEX_HOME') ?? home('.codex'), 'config.toml');
  const user = isAsked ? await readSettings(own, disk, 'toml') : null;
  return {
    troubled: [],
    entries: entries.map((entry): ServerEntry => {
      // In a folder without trust not even a broken entry is read.
      const trust = user === null ? null : untrusted(entry, user, projectSpellings);
      if (trust !== null) return standingAs(entry, trust);
      if (entry.standing.state !== 'active') return entry;
      const standing =
        notRequired(entry, required) ??
        (user === null ? null : (otherProfile(entry, user, places) ?? pluginOff(entry, user, places)));
      return standing === null ? entry : standingAs(entry, standing);
    }),
  };
};

const requirementsPath = ({env, join, system}: Places): string | null =>
  system({
    linux: '/etc/codex/requirements.toml',
    darwin: '/etc/codex/requirements.toml',
    win32: join(env('ProgramData'), 'OpenAI', 'Codex', 'requirements.toml'),
  });

const decided = (state: Standing['state'], settings: Settings, path: KeyPath, owner: string | null): Standing => ({
  state,
  decidedBy: {file: settings.path ?? '', path, line: lineOf(settings, path), owner},
  wins: null,
});

/** Where the administrator lists servers, a server counts only when its name and what it starts or calls are listed. */
const notRequired = (entry: ServerEntry, required: Settings): Standing | null => {
  const listed = valueAt(required.value, ['mcp_servers']);
  if (!isRecord(listed)) return null;
  const path = ['mcp_servers', entry.name, 'identity'];
  const identity = valueAt(required.value, path);
  const {launch} = entry;
  const own = launch === null ? undefined : launch.kind === 'remote' ? launch.url : launch.command;
  const wanted = isRecord(identity) ? identity[launch?.kind === 'remote' ? 'url' : 'command'] : undefined;
  if (own !== undefined && wanted === own) return null;
  return decided('blocked', required, Object.hasOwn(listed, entry.name) ? path : ['mcp_servers'], 'administrator');
};

/** Of a profile's own file, or of its table in config.toml: counts only while that profile is the chosen one. */
const otherProfile = (entry: ServerEntry, user: Settings, {host}: Places): Standing | null => {
  if (entry.scope !== 'profile') return null;
  const name =
    entry.at[0] === 'profiles'
      ? String(entry.at[1])
      : pathsOf(host)
          .basename(entry.file)
          .replace(/\.config\.toml$/, '');
  return valueAt(user.value, ['profile']) === name
    ? null
    : decided('disabled', user, ['profile'], `the profile "${name}"`);
};

const pluginOff = (entry: ServerEntry, user: Settings, {host}: Places): Standing | null => {
  if (entry.scope !== 'plugin') return null;
  const plugin = pathsOf(host).basename(pathsOf(host).dirname(entry.file));
  const paths = [
    ['plugins', plugin, 'enabled'],
    ['plugins', plugin, 'mcp_servers', entry.name, 'enabled'],
  ];
  const off = paths.find((path) => valueAt(user.value, path) === false);
  return off === undefined ? null : decided('disabled', user, off, null);
};

/** Codex reads a project's servers only in a folder that its own configuration calls trusted. */
const untrusted = (entry: ServerEntry, user: Settings, folders: readonly string[]): Standing | null => {
  const isTrusted = folders.some((folder) => valueAt(user.value, ['projects', folder, 'trust_level']) === 'trusted');
  if (entry.scope !== 'project' || isTrusted) return null;
  return decided('not-approved', user, ['projects', folders[0] ?? '', 'trust_level'], 'the trust in this folder');
};

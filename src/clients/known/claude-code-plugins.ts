import {pathsOf} from '../../model/host.ts';
import {isRecord, type Json, valueAt} from '../../model/json.ts';
import type {ConfigFile, Delivered} from '../client.ts';
import type {Disk} from '../disk.ts';
import {locate} from '../locate.ts';
import type {Places} from '../places.ts';
import {configFile} from '../rules.ts';
import {readSettings, type Settings} from '../standing/settings-file.ts';
import {notSwitchedOn} from '../standing/switched-on.ts';

const TABLES = [['mcpServers'], []] as const;

/** Settings that switch plugins on and off, the strongest first. */
const switchFiles = ({env, home, join, project}: Places): readonly (string | null)[] => [
  project('.claude', 'settings.local.json'),
  project('.claude', 'settings.json'),
  join(env('CLAUDE_CONFIG_DIR') ?? home('.claude'), 'settings.json'),
];

/** In spite of its name the variable moves the folder of all plugins, of which the cache is a part. */
const pluginsFolder = ({env, home, join}: Places): string | null =>
  env('CLAUDE_CODE_PLUGIN_CACHE_DIR') ?? join(env('CLAUDE_CONFIG_DIR') ?? home('.claude'), 'plugins');

const usual = (places: Places): readonly ConfigFile[] => {
  const version = places.join(pluginsFolder(places), 'cache', '*', '*', '*');
  const keptBy = keeper('*');
  return [
    ...configFile(places.join(version, '.mcp.json'), 'plugin', {tables: TABLES, keptBy}),
    ...configFile(places.join(version, '.claude-plugin', 'plugin.json'), 'plugin-manifest', {keptBy}),
  ];
};

const keeper = (id: string) => ({
  who: `the plugin "${id}"`,
  instead: 'Report it to its author, or copy the server into a file of your own and mend it there.',
});

/** A copy of a plugin on this machine. `id` is 'plugin@marketplace'. */
interface Installed {
  readonly id: string;
  readonly folder: string;
}

/**
 * The files of servers that the plugins bring: of those that Claude Code has registered, or, where it keeps no register,
 * of those that lie in its cache. A version that the register does not name is a left-over.
 */
const find = async (places: Places, disk: Disk): Promise<readonly ConfigFile[]> => {
  const register = await readSettings(places.join(pluginsFolder(places), 'installed_plugins.json'), disk);
  const installed = register.value === undefined ? await inCache(places, disk) : registered(register.value, places);
  if (installed.length === 0) return [];
  const switches = await Promise.all(switchFiles(places).map((path) => readSettings(path, disk)));
  const found = await Promise.all(installed.map((one) => filesOf(one, switches, places, disk)));
  return found.flat();
};

const registered = (register: Json, {host, projectSpellings}: Places): readonly Installed[] => {
  const plugins = valueAt(register, ['plugins']);
  return Object.entries(isRecord(plugins) ? plugins : {}).flatMap(([id, copies]) => {
    const here = (Array.isArray(copies) ? copies : [copies]).filter(isRecord).filter(({projectPath}) => {
      return typeof projectPath !== 'string' || projectSpellings.includes(projectPath);
    });
    // A copy for this project alone goes before the one for all.
    const chosen = here.find(({projectPath}) => typeof projectPath === 'string') ?? here[0];
    const folder = chosen?.['installPath'];
    return typeof folder === 'string' && pathsOf(host).isAbsolute(folder) ? [{id, folder}] : [];
  });
};

const inCache = async (places: Places, disk: Disk): Promise<readonly Installed[]> => {
  const found = await locate(usual(places), places.host, disk);
  const sep = places.host.platform === 'win32' ? '\\' : '/';
  const folders = found.map(({path}) => path.split(sep).slice(0, path.endsWith('plugin.json') ? -2 : -1));
  return [...new Map(folders.map((parts) => [parts.join(sep), parts])).entries()].map(([folder, parts]) => ({
    id: `${parts.at(-2)}@${parts.at(-3)}`,
    folder,
  }));
};

const filesOf = async (
  {id, folder}: Installed,
  switches: readonly Settings[],
  places: Places,
  disk: Disk,
): Promise<readonly ConfigFile[]> => {
  const {host, join, projectDir} = places;
  const standing = notSwitchedOn(switches, ['enabledPlugins', id], `the plugin "${id}"`);
  const isGone = (await disk.status(folder)).kind === 'none';
  if (isGone && standing !== null) return [];
  const plugin = id.split('@')[0] ?? id;
  const safe = (text: string): string => text.replaceAll(/[^A-Za-z0-9_-]/g, '_');
  const data = join(pluginsFolder(places), 'data', id.replaceAll(/[^A-Za-z0-9_-]/g, '-'));
  const names = {CLAUDE_PLUGIN_ROOT: folder, ...(data === null ? {} : {CLAUDE_PLUGIN_DATA: data})};
  const project = projectDir ?? host.cwd;
  const special = {
    keptBy: keeper(id),
    addedEnv: names,
    knownNames: project === null ? names : {...names, CLAUDE_PROJECT_DIR: project},
    naming: {
      name: (key: string) => `plugin:${plugin}:${key}`,
      toolPrefix: (key: string) => `mcp__plugin_${safe(plugin)}_${safe(key)}__`,
    },
    standing,
  };
  const usualFile = join(folder, '.mcp.json');
  if (isGone) return configFile(usualFile, 'plugin', {...special, tables: TABLES, isExpected: true});
  const manifest = await readSettings(join(folder, '.claude-plugin', 'plugin.json'), disk);
  const told = valueAt(manifest.value, ['mcpServers']);
  const named = (Array.isArray(told) ? told : [told]).flatMap((one) =>
    typeof one === 'string' ? inside(folder, one, places) : [],
  );
  return [
    ...[...new Set([usualFile, ...named])].flatMap((path) =>
      configFile(path, 'plugin', {...special, tables: TABLES, isExpected: path !== null && named.includes(path)}),
    ),
    ...(isRecord(told) || manifest.isTroubled ? configFile(manifest.path, 'plugin-manifest', special) : []),
  ];
};

/** A path of the manifest; one that leads out of the plugin's folder is not followed. */
const inside = (folder: string, path: string, {host, join}: Places): readonly string[] => {
  const sep = host.platform === 'win32' ? '\\' : '/';
  const found = join(folder, path.replace(/^\$\{CLAUDE_PLUGIN_ROOT\}[\\/]?/, ''));
  return found?.startsWith(folder + sep) ? [found] : [];
};

/** Servers of Claude Code's plugins. Sources: its plugins reference, and the files that it keeps. */
export const claudeCodePlugins: Delivered = {usual, find};

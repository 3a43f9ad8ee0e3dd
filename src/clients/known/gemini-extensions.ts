import {type Host, pathsOf} from '../../model/host.ts';
import {type Json, valueAt} from '../../model/json.ts';
import type {Standing} from '../../model/server.ts';
import type {ConfigFile, Delivered} from '../client.ts';
import {locate} from '../locate.ts';
import type {Places} from '../places.ts';
import {configFile} from '../rules.ts';
import {lineOf, readSettings, type Settings} from '../standing/settings-file.ts';

/**
 * Servers of the extensions of Gemini CLI. Extensions are switched by `extension-enablement.json` beside them:
 * `{NAME: {overrides: ["!/path/*", "/path/to/project"]}}`, where the last rule that fits the folder decides.
 * @param folderOf the client's own folder
 */
export const geminiExtensions = (manifest: string, folderOf: (places: Places) => string | null): Delivered => {
  const usual = (places: Places): readonly ConfigFile[] =>
    configFile(places.join(folderOf(places), 'extensions', '*', manifest), 'extension', {keptBy: keeper('*')});
  return {
    usual,
    find: async (places, disk) => {
      const found = await locate(usual(places), places.host, disk);
      if (found.length === 0) return [];
      const switches = await readSettings(
        places.join(folderOf(places), 'extensions', 'extension-enablement.json'),
        disk,
      );
      return found.flatMap(({path}) => extensionFile(path, switches, places));
    },
  };
};

const keeper = (name: string) => ({
  who: `the extension "${name}"`,
  instead: 'Report it to its author, or write a server of the same name into your own settings.json, which wins.',
});

const extensionFile = (path: string, switches: Settings, {host, projectDir}: Places): readonly ConfigFile[] => {
  const paths = pathsOf(host);
  const folder = paths.dirname(path);
  const name = paths.basename(folder);
  const workspace = projectDir ?? host.cwd;
  return configFile(path, 'extension', {
    keptBy: keeper(name),
    knownNames: {
      extensionPath: folder,
      '/': paths.sep,
      pathSeparator: paths.sep,
      ...(workspace === null ? {} : {workspacePath: workspace}),
    },
    standing: workspace === null ? null : switchedOff(name, switches, workspace, host),
  });
};

const switchedOff = (name: string, switches: Settings, folder: string, host: Host): Standing | null => {
  const path = [name, 'overrides'];
  const rules = valueAt(switches.value, path);
  const last = (Array.isArray(rules) ? rules : []).findLastIndex((rule) => fits(rule, folder, host));
  const rule = Array.isArray(rules) ? rules[last] : undefined;
  if (typeof rule !== 'string' || !rule.startsWith('!')) return null;
  const at = [...path, last];
  const owner = `the extension "${name}"`;
  return {
    state: 'disabled',
    decidedBy: {file: switches.path ?? '', path: at, line: lineOf(switches, at), owner},
    wins: null,
  };
};

/** A rule names a folder; with `*` at its end also all folders below. */
const fits = (rule: Json, folder: string, {platform}: Host): boolean => {
  if (typeof rule !== 'string') return false;
  const plain = (text: string): string => `/${text.replaceAll('\\', '/').replaceAll(/^\/+|\/+$/g, '')}/`;
  const isBelow = rule.endsWith('*');
  const wanted = plain(rule.replace(/^!/, '').replace(/\*$/, ''));
  const here = plain(folder);
  const [one, other] = platform === 'win32' ? [wanted.toLowerCase(), here.toLowerCase()] : [wanted, here];
  return isBelow ? other.startsWith(one === '//' ? '/' : one) : one === other;
};

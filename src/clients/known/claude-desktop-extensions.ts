import {pathsOf} from '../../model/host.ts';
import {isRecord, valueAt} from '../../model/json.ts';
import type {ConfigFile, Delivered, Reading} from '../client.ts';
import type {Disk} from '../disk.ts';
import {locate} from '../locate.ts';
import type {Places} from '../places.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';
import {readSettings} from '../standing/settings-file.ts';
import {notSwitchedOn} from '../standing/switched-on.ts';

const MANIFEST = {
  tables: [['server', 'mcp_config']],
  onlyServer: {nameAt: ['name']},
  mistakable: [],
} as const;

/** Other words of the command for one system. Source: MANIFEST.md of the bundle format. */
const reading: Reading = {
  ...STANDARD_READING,
  envValues: 'strings',
  reshape: (raw, {platform}) => {
    const own = isRecord(raw['platform_overrides']) ? raw['platform_overrides'][platform] : undefined;
    return isRecord(own) ? {...raw, ...own} : raw;
  },
};

const rules = rulesOf('claude-desktop', 'Claude Desktop', {
  knownFields: ['platform_overrides'],
  urlWithoutType: 'unsupported',
  remote: false,
  // What a person enters in the extension's settings; Claude Desktop keeps it, some of it encrypted.
  expansion: {syntax: ['${user_config.KEY}'], where: ['command', 'args', 'env'], unset: 'literal'},
  environment: {kind: 'sdk', names: [], drops: [], adds: {}},
  pathSource: 'gui',
  startTimeoutMs: 60_000,
  reload: 'In Claude Desktop, open Settings, Extensions, and switch the extension off and on.',
});

const usual = ({appData}: Places): readonly ConfigFile[] =>
  configFile(appData('Claude', 'Claude Extensions', '*', 'manifest.json'), 'extension', {
    ...MANIFEST,
    rules,
    reading,
    keptBy: keeper('*'),
  });

const keeper = (id: string) => ({
  who: `the extension "${id}"`,
  instead: 'Report it to its author, or update it in Claude Desktop under Settings, Extensions.',
});

const find = async (places: Places, disk: Disk): Promise<readonly ConfigFile[]> => {
  const found = await locate(usual(places), places.host, disk);
  const files = await Promise.all(found.map(({file, path}) => extensionFile(file, path, places, disk)));
  return files;
};

const extensionFile = async (file: ConfigFile, path: string, places: Places, disk: Disk): Promise<ConfigFile> => {
  const {appData, home, host} = places;
  const paths = pathsOf(host);
  const folder = paths.dirname(path);
  const id = paths.basename(folder);
  const settings = await readSettings(appData('Claude', 'Claude Extensions Settings', `${id}.json`), disk);
  const isOff = valueAt(settings.value, ['isEnabled']) === false;
  const folders = {HOME: home(), DESKTOP: home('Desktop'), DOCUMENTS: home('Documents'), DOWNLOADS: home('Downloads')};
  return {
    ...file,
    path,
    keptBy: keeper(id),
    knownNames: {
      __dirname: folder,
      '/': paths.sep,
      pathSeparator: paths.sep,
      ...Object.fromEntries(Object.entries(folders).flatMap(([name, at]) => (at === null ? [] : [[name, at]]))),
    },
    standing: isOff ? notSwitchedOn([settings], ['isEnabled'], `the extension "${id}"`) : null,
  };
};

/** Installed bundles (.mcpb, .dxt): each manifest names one server. */
export const claudeDesktopExtensions: Delivered = {usual, find};

import {pathsOf} from '../../model/host.ts';
import type {ConfigFile, Delivered} from '../client.ts';
import {locate} from '../locate.ts';
import type {Places} from '../places.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

/** A server of an extension: which program it is, the extension's own code says while Zed runs. */
const RULES = rulesOf('zed', 'Zed', {
  fields: {type: 'type'},
  types: {extension: 'unknown'},
  reload: 'In Zed, switch the extension off and on, or start Zed again.',
});

const keeper = (id: string) => ({
  who: `the extension "${id}"`,
  instead: 'Update it in Zed under Extensions, or report it to its author.',
});

const usual = ({appData, env, home, host, join, localAppData}: Places): readonly ConfigFile[] => {
  const folder =
    host.platform === 'win32'
      ? localAppData('Zed')
      : host.platform === 'darwin'
        ? appData('Zed')
        : join(env('XDG_DATA_HOME') ?? home('.local', 'share'), 'zed');
  return configFile(join(folder, 'extensions', 'installed', '*', 'extension.toml'), 'extension', {
    format: 'toml',
    tables: [['context_servers']],
    mistakable: [],
    rules: RULES,
    reading: {...STANDARD_READING, implied: {type: 'extension'}},
    onlyWhere: /^[ \t]*\[[ \t]*context_servers\b/m,
    keptBy: keeper('*'),
  });
};

/** Servers of Zed's extensions, by name. Source: zed.dev, "MCP Server Extensions" and "Installing Extensions". */
export const zedExtensions: Delivered = {
  usual,
  find: async (places, disk) => {
    const paths = pathsOf(places.host);
    return (await locate(usual(places), places.host, disk)).map(({file, path}) => ({
      ...file,
      path,
      keptBy: keeper(paths.basename(paths.dirname(path))),
    }));
  },
};

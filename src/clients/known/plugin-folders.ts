import {type Host, pathsOf} from '../../model/host.ts';
import type {ConfigFile, Delivered} from '../client.ts';
import {locate} from '../locate.ts';
import type {Places} from '../places.ts';
import {configFile} from '../rules.ts';

const keeper = (plugin: string, client: string) => ({
  who: `the plugin "${plugin}"`,
  instead: `Update the plugin in ${client}, or report it to its author.`,
});

/**
 * Servers of plugins, each with a file of its own: wrapped in `mcpServers`, or a bare map.
 * @param foldersOf the folders of single plugins, with `*` for their names
 */
export const pluginFolders = (
  foldersOf: (places: Places) => readonly (string | null)[],
  client: string,
  file = '.mcp.json',
): Delivered => {
  const usual = (places: Places): readonly ConfigFile[] =>
    foldersOf(places).flatMap((folder) =>
      configFile(places.join(folder, file), 'plugin', {
        tables: [['mcpServers'], []],
        keptBy: keeper('*', client),
      }),
    );
  return {
    usual,
    find: async (places, disk) =>
      (await locate(usual(places), places.host, disk)).map((found) => ({
        ...found.file,
        path: found.path,
        keptBy: keeper(pluginOf(found.path, places.host), client),
      })),
  };
};

/** The name of the plugin: its folder's, or that above where the folder is a version or a commit. */
const pluginOf = (path: string, host: Host): string => {
  const paths = pathsOf(host);
  const folder = paths.dirname(path);
  const name = paths.basename(folder);
  return /^(?:[\da-f]{7,64}|v?\d+(?:\.\d+)+)$/.test(name) ? paths.basename(paths.dirname(folder)) : name;
};

import {pathsOf} from '../../model/host.ts';
import type {ConfigFile, Delivered} from '../client.ts';
import {locate} from '../locate.ts';
import type {Places} from '../places.ts';
import {configFile} from '../rules.ts';

const keeper = (plugin: string, client: string) => ({
  who: `the plugin "${plugin}"`,
  instead: `Update the plugin in ${client}, or report it to its author.`,
});

/** Servers of plugins that lie one to a folder, each with a `.mcp.json`: wrapped in `mcpServers`, or a bare map. */
export const pluginFolders = (folderOf: (places: Places) => string | null, client: string): Delivered => {
  const usual = (places: Places): readonly ConfigFile[] =>
    configFile(places.join(folderOf(places), '*', '.mcp.json'), 'plugin', {
      tables: [['mcpServers'], []],
      keptBy: keeper('*', client),
    });
  return {
    usual,
    find: async (places, disk) => {
      const paths = pathsOf(places.host);
      return (await locate(usual(places), places.host, disk)).map(({file, path}) => ({
        ...file,
        path,
        keptBy: keeper(paths.basename(paths.dirname(path)), client),
      }));
    },
  };
};

import {pathsOf} from '../../model/host.ts';
import type {ConfigFile} from '../client.ts';
import type {Places} from '../places.ts';
import {configFile} from '../rules.ts';

const IN_WORKSPACE = [
  ...['.metadata', '.plugins', 'org.eclipse.core.runtime', '.settings'],
  'com.microsoft.copilot.eclipse.ui.prefs',
];

/**
 * Preferences of GitHub Copilot for Eclipse, which belong to a workspace: the usual one, and one in which the project lies.
 * Workspaces elsewhere are known to Eclipse alone.
 */
export const eclipsePreferences = ({home, host, join, projectDirs}: Places): readonly ConfigFile[] => {
  const above = projectDirs.map((folder) => pathsOf(host).dirname(folder));
  const workspaces = [home('eclipse-workspace'), ...projectDirs, ...above].filter((folder) => folder !== null);
  return [...new Set(workspaces)].flatMap((folder) =>
    configFile(join(folder, ...IN_WORKSPACE), 'eclipse', {
      format: 'properties',
      tables: [['servers'], ['mcp', 'servers']],
      mistakable: [],
      onlyWhere: /^[ \t]*mcp[ \t]*[=:]/m,
      keptBy: {
        who: 'Eclipse',
        instead: 'Change it in Eclipse under Window → Preferences → GitHub Copilot → MCP, and press Apply.',
      },
    }),
  );
};

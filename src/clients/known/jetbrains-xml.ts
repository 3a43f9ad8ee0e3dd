import type {ConfigFile, Reading} from '../client.ts';
import type {Places} from '../places.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

const RULES = rulesOf('jetbrains-ai', 'JetBrains AI Assistant', {
  fields: {cwd: 'cwd', enabled: 'enabled'},
  knownFields: ['name'],
  urlWithoutType: 'http',
  pathSource: 'gui',
  reload: 'Press Apply in Settings → Tools → AI Assistant → Model Context Protocol.',
});

/** The IDE writes its own folders into paths by these names. */
const reading = ({host, projectDir}: Places): Reading => ({
  ...STANDARD_READING,
  reshape: (raw) => {
    const plain = (text: string): string =>
      text
        .replaceAll('$USER_HOME$', () => host.home ?? '$USER_HOME$')
        .replaceAll('$PROJECT_DIR$', () => projectDir ?? '$PROJECT_DIR$');
    return Object.fromEntries(
      Object.entries(raw).map(([key, value]) => [
        key,
        typeof value === 'string'
          ? plain(value)
          : Array.isArray(value)
            ? value.map((item) => (typeof item === 'string' ? plain(item) : item))
            : value,
      ]),
    );
  },
});

/** Where AI Assistant kept servers before 2025.3: in the settings of each IDE, and in those of a project. */
export const jetbrainsXml = (places: Places): readonly ConfigFile[] => {
  const {appData, project} = places;
  const file = {
    format: 'xml',
    tables: [['mcpServers']],
    tablesAre: 'array',
    mistakable: [],
    rules: RULES,
    reading: reading(places),
    onlyWhere: /"Mcp(?:Application|Project)ServerCommands"/,
    keptBy: {
      who: 'your JetBrains IDE',
      instead: 'Change it in the IDE under Settings → Tools → AI Assistant → Model Context Protocol, and press Apply.',
    },
  } as const;
  const own = {...file, isProjectFile: true};
  return [
    ...configFile(project('.idea', 'workspace.xml'), 'project-xml', own),
    // Rider keeps a folder for each solution.
    ...configFile(project('.idea', '.idea.*', '.idea', 'workspace.xml'), 'project-xml', own),
    ...configFile(appData('JetBrains', '*', 'options', 'llm.mcpServers.xml'), 'user-xml', file),
  ];
};

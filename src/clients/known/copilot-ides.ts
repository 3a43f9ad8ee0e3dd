import {isRecord} from '../../model/json.ts';
import type {Client} from '../client.ts';
import {configFile, RELAXED, rulesOf, STANDARD_READING} from '../rules.ts';

const TABLES = {tables: [['servers']]} as const;

/** GitHub Copilot in JetBrains programs and in Xcode. Headers stand under `requestInit`. */
export const copilotIdes: Client = {
  id: 'copilot-ides',
  name: 'GitHub Copilot (JetBrains, Xcode)',
  rules: rulesOf('copilot-ides', 'GitHub Copilot (JetBrains, Xcode)', {
    fields: {type: 'type'},
    knownFields: ['requestInit'],
    pathSource: 'gui',
    dialect: RELAXED,
    reload: 'Save the file and press the restart button beside the server.',
  }),
  reading: {
    ...STANDARD_READING,
    reshape: (raw) => {
      const init = raw['requestInit'];
      const headers = isRecord(init) ? init['headers'] : undefined;
      return headers === undefined ? raw : {...raw, headers};
    },
  },
  files: ({dotConfig, home, host, localAppData}) => [
    ...configFile(
      host.platform === 'win32'
        ? localAppData('github-copilot', 'intellij', 'mcp.json')
        : dotConfig('github-copilot', 'intellij', 'mcp.json'),
      'jetbrains',
      {...TABLES, format: 'jsonc', dialect: RELAXED},
    ),
    ...(host.platform === 'darwin'
      ? configFile(home('.config', 'github-copilot', 'xcode', 'mcp.json'), 'xcode', TABLES)
      : []),
  ],
  precedence: [],
  judge: null,
};

import {isRecord} from '../../model/json.ts';
import {whereInUse} from '../borrowed.ts';
import type {Client} from '../client.ts';
import {configFile, RELAXED, rulesOf, STANDARD_READING} from '../rules.ts';
import {eclipsePreferences} from './eclipse-preferences.ts';

const TABLES = {tables: [['servers']]} as const;

/** GitHub Copilot in JetBrains programs, in Xcode and in Eclipse. Headers stand under `requestInit`. */
export const copilotIdes: Client = {
  id: 'copilot-ides',
  name: 'GitHub Copilot (JetBrains, Xcode, Eclipse)',
  rules: rulesOf('copilot-ides', 'GitHub Copilot (JetBrains, Xcode, Eclipse)', {
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
  files: (places) => {
    const {dotConfig, home, host, localAppData} = places;
    return [
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
      ...eclipsePreferences(places),
    ];
  },
  borrows: whereInUse(
    'the command line agents of GitHub Copilot in JetBrains programs',
    ({dotConfig, host, localAppData}) =>
      host.platform === 'win32' ? localAppData('github-copilot', 'intellij') : dotConfig('github-copilot', 'intellij'),
    ({env, home, join}) => [join(env('COPILOT_HOME') ?? home('.copilot'), 'mcp-config.json')],
  ),
  precedence: [],
  judge: null,
};

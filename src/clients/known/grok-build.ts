import {whereInUse} from '../borrowed.ts';
import type {Client} from '../client.ts';
import type {Places} from '../places.ts';
import {ADMINISTRATOR, configFile, rulesOf, STANDARD_READING} from '../rules.ts';

const FILE = {format: 'toml', tables: [['mcp_servers']]} as const;

/** Files of other clients that it takes servers from. */
const alsoReads = ({home, project}: Places): readonly string[] =>
  [home('.claude.json'), project('.cursor', 'mcp.json'), project('.mcp.json')].filter((path) => path !== null);

/** xAI's command line. */
export const grokBuild: Client = {
  id: 'grok-build',
  name: 'Grok Build',
  rules: rulesOf('grok-build', 'Grok Build', {
    fields: {type: 'type'},
    urlWithoutType: 'http',
    expansion: {
      syntax: ['${VAR}', '${VAR:-default}'],
      where: ['command', 'args', 'env', 'url', 'headers'],
      unset: 'literal',
    },
  }),
  reading: STANDARD_READING,
  files: ({env, home, host, join, project}) => [
    ...configFile(project('.grok', 'config.toml'), 'project', {...FILE, isProjectFile: true}),
    ...configFile(join(env('GROK_HOME') ?? home('.grok'), 'config.toml'), 'user', FILE),
    ...configFile(host.platform === 'win32' ? null : '/etc/grok/managed_config.toml', 'managed', {
      ...FILE,
      keptBy: ADMINISTRATOR,
    }),
  ],
  alsoReads,
  borrows: whereInUse('Grok Build', ({env, home}) => env('GROK_HOME') ?? home('.grok'), alsoReads),
  precedence: [],
  judge: null,
};

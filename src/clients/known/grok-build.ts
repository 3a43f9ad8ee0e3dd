import type {Client} from '../client.ts';
import {ADMINISTRATOR, configFile, rulesOf, STANDARD_READING} from '../rules.ts';

const FILE = {format: 'toml', tables: [['mcp_servers']]} as const;

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
  alsoReads: ({home, project}) =>
    [home('.claude.json'), project('.cursor', 'mcp.json'), project('.mcp.json')].filter((path) => path !== null),
  precedence: [],
  judge: null,
};

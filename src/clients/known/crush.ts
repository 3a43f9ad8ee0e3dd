import type {Client} from '../client.ts';
import {limitUnder} from '../entry/start-limit.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

const FILE = {tables: [['mcp']], mistakable: [['mcpServers'], ['servers'], ['mcp', 'servers']]} as const;

/** Crush, in its JSON format. `crushrc`, its newer one, is a shell script, which is never run and so not read. */
export const crush: Client = {
  id: 'crush',
  name: 'Crush',
  rules: rulesOf('crush', 'Crush', {
    fields: {type: 'type', disabled: 'disabled', timeout: 'timeout'},
    knownFields: ['disabled_tools'],
    urlWithoutType: 'error',
    expansion: {
      // The last one runs a shell: mcp-fix never does, and says so.
      syntax: ['$VAR', '${VAR}', '$(command)'],
      where: ['command', 'args', 'env', 'url', 'headers'],
      unset: 'empty',
    },
    reload: 'Restart Crush.',
  }),
  reading: {...STANDARD_READING, startLimit: (raw) => limitUnder(raw, 'timeout', 1000)},
  files: ({dotConfig, env, host, join, localAppData, project}) => {
    const folder =
      env('CRUSH_GLOBAL_CONFIG') ?? (host.platform === 'win32' ? localAppData('crush') : dotConfig('crush'));
    return [
      ...configFile(project('.crush.json'), 'project', {...FILE, isProjectFile: true}),
      ...configFile(project('crush.json'), 'project-plain', {...FILE, isProjectFile: true}),
      ...configFile(join(folder, 'crush.json'), 'user', FILE),
    ];
  },
  precedence: ['project', 'project-plain', 'user'],
  judge: null,
};

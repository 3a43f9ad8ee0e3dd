import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

/** Factory's Droid; the last file is that of the older Factory Bridge. */
export const factoryDroid: Client = {
  id: 'factory-droid',
  name: 'Factory Droid',
  rules: rulesOf('factory-droid', 'Factory Droid', {
    fields: {type: 'type', disabled: 'disabled'},
    types: {stdio: 'stdio', http: 'http'},
    urlWithoutType: 'http',
    expansion: {syntax: ['${VAR}'], where: ['command', 'args', 'env', 'url', 'headers'], unset: 'literal'},
    reload: 'Factory Droid reads the file again when it is saved.',
  }),
  reading: STANDARD_READING,
  files: ({appData, home, host, project}) => [
    ...configFile(home('.factory', 'mcp.json'), 'user'),
    ...configFile(project('.factory', 'mcp.json'), 'project', {isProjectFile: true}),
    ...(host.platform === 'linux' ? [] : configFile(appData('Factory Bridge', 'mcp.json'), 'bridge-legacy')),
  ],
  precedence: ['user', 'project'],
  judge: null,
};

import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

/** JetBrains Junie. It reads every JSON file of its mcp folder. */
export const junie: Client = {
  id: 'junie',
  name: 'Junie',
  rules: rulesOf('junie', 'Junie', {
    urlWithoutType: 'http',
    pathSource: 'gui',
    reload: 'In Junie, run /mcp, or start the program again.',
  }),
  reading: STANDARD_READING,
  files: ({home, project}) => [
    ...configFile(project('.junie', 'mcp', '*.json'), 'project', {isProjectFile: true}),
    ...configFile(home('.junie', 'mcp', '*.json'), 'user'),
  ],
  precedence: ['project', 'user'],
  judge: null,
};

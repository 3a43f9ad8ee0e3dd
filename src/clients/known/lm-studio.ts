import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

export const lmStudio: Client = {
  id: 'lm-studio',
  name: 'LM Studio',
  rules: rulesOf('lm-studio', 'LM Studio', {
    pathSource: 'gui',
    reload: 'Save the file in the editor of LM Studio, or switch the server off and on in the Program tab.',
  }),
  reading: STANDARD_READING,
  files: ({home}) => [
    ...configFile(home('.lmstudio', 'mcp.json'), 'user'),
    ...configFile(home('.cache', 'lm-studio', 'mcp.json'), 'user-alt'),
  ],
  precedence: ['user', 'user-alt'],
  judge: null,
};

import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

export const qoder: Client = {
  id: 'qoder',
  name: 'Qoder',
  rules: rulesOf('qoder', 'Qoder', {
    expansion: {syntax: ['${VAR}', '${VAR:-default}'], where: ['env', 'headers'], unset: 'literal'},
  }),
  reading: STANDARD_READING,
  files: ({home}) =>
    configFile(home('.qoder', 'settings.json'), 'user', {mistakable: [['servers'], ['mcp', 'servers']]}),
  alsoReads: ({project}) => [project('.mcp.json')].filter((path) => path !== null),
  precedence: [],
  judge: null,
};

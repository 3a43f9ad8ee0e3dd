import {whereInUse} from '../borrowed.ts';
import type {Client} from '../client.ts';
import type {Places} from '../places.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

/** Files of other clients that it takes servers from. */
const alsoReads = ({project}: Places): readonly string[] => [project('.mcp.json')].filter((path) => path !== null);

export const qoder: Client = {
  id: 'qoder',
  name: 'Qoder',
  rules: rulesOf('qoder', 'Qoder', {
    expansion: {syntax: ['${VAR}', '${VAR:-default}'], where: ['env', 'headers'], unset: 'literal'},
  }),
  reading: STANDARD_READING,
  files: ({home}) =>
    configFile(home('.qoder', 'settings.json'), 'user', {mistakable: [['servers'], ['mcp', 'servers']]}),
  alsoReads,
  borrows: whereInUse('Qoder', ({home}) => home('.qoder'), alsoReads),
  precedence: [],
  judge: null,
};

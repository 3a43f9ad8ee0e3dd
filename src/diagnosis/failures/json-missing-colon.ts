import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonMissingColon = syntaxFailure({
  id: 'json-missing-colon',
  title: 'A colon is missing between name and value',
  kinds: ['missing-colon', 'equals-sign'],
  signatures: [says(/Expected ':' after property name in JSON/i, 'likely')],
  remedies: ['Put a colon between the name and its value ("name": value)'],
  says: (trouble, file) =>
    `In ${lineOf(trouble, file)} ${trouble.kind === 'equals-sign' ? 'an equals sign stands' : 'nothing stands'} between a name and its value; JSON wants a colon there.`,
  why: 'In JSON a colon stands between a name and its value.',
  repair: (trouble, file) => `Put a colon between name and value in ${lineOf(trouble, file)}`,
});

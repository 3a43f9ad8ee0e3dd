import {valueKeptByClient} from '../../../src/diagnosis/failures/value-kept-by-client.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const written = (syntax: string, text: string, isExpanded = true) => ({
  entry: {
    variables: [
      {
        name: 'folder',
        written: text,
        syntax,
        path: ['args', 0],
        isExpanded,
        isSet: true,
        hasDefault: false,
        near: [],
      },
    ],
  },
});
const SYNTAX = '$' + '{user_config.KEY}';
const TEXT = '$' + '{user_config.folder}';

evidenceCases(valueKeptByClient, {
  matches: [
    {
      name: 'what the person entered for an extension',
      evidence: written(SYNTAX, TEXT),
      cause: [/user_config\.folder/, /settings of the extension/],
      fix: /look at "folder"/,
    },
    {
      name: 'what a command prints, of a client that runs it',
      evidence: written('$(command)', '$(cat token)'),
      cause: [/\$\(cat token\)/, /runs nothing/],
      fix: /Run folder in a shell/,
    },
  ],
  misses: [
    {name: 'the same of a client that does not run it', evidence: written('$(command)', '$(cat token)', false)},
    {name: 'another client, which leaves the text as it is', evidence: written(SYNTAX, TEXT, false)},
    {name: 'a variable of the environment', evidence: written('$' + '{VAR}', '$' + '{FOLDER}')},
  ],
});

import {advice} from '../facts/config-entry.ts';
import {fileName, says, syntaxFailure} from '../facts/config-syntax.ts';

export const configEmpty = syntaxFailure({
  id: 'config-empty',
  title: 'The configuration file is empty',
  kinds: ['empty'],
  signatures: [says(/config(uration)? file is empty/i, 'likely')],
  remedies: [
    'Restore the file from a backup',
    'Write an empty but valid configuration such as {"mcpServers": {}} into the file',
  ],
  says: (_, file) => `${fileName(file.path)} is empty; even a configuration without servers needs at least {}.`,
  repair: (_, file) => `Write an empty configuration into ${fileName(file.path)}`,
  otherwise: (_, file) => [
    advice('restore-backup', `Restore ${fileName(file.path)} from a backup, if it used to hold servers`),
  ],
});

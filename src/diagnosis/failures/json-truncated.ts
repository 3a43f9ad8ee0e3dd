import {advice} from '../facts/config-entry.ts';
import {fileName, lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonTruncated = syntaxFailure({
  id: 'json-truncated',
  title: 'The file ends in the middle',
  kinds: ['truncated'],
  signatures: [
    says(/Unexpected end of (JSON|file) ?(input)?/i, 'likely'),
    says(/Unterminated string in JSON/i, 'likely'),
    says(/Failed to save config with lock|\.claude\.json.{0,80}(corrupt|truncated|Unexpected end)/i, 'certain'),
    says(/EOF while parsing/i, 'likely'),
  ],
  remedies: [
    'Restore the file from its newest valid backup',
    'Add the closing brackets that are missing at the end of the file',
  ],
  says: (trouble, file) => `The file ends in the middle, in ${lineOf(trouble, file)}: something is still open there.`,
  why: 'Every bracket that opens must close before the file ends.',
  repair: (_, file) => `Close what is open at the end of ${fileName(file.path)}`,
  otherwise: (_, file) => [
    advice(
      'restore-backup',
      `Restore ${fileName(file.path)} from its newest backup that still parses (look for ${fileName(file.path)}.backup* beside it)`,
    ),
  ],
});

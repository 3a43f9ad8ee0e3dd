import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const jsonTrailingComma = syntaxFailure({
  id: 'json-trailing-comma',
  title: 'A comma stands after the last item',
  kinds: ['trailing-comma'],
  signatures: [
    says(/Expected double-quoted property name in JSON at position/i, 'likely'),
    says(/Invalid or malformed JSON\. Files with errors are skipped/i, 'possible'),
    says(/Found invalid settings files/i, 'possible'),
    says(/error reading or parsing claude_desktop_config\.json/i, 'possible'),
    says(/trailing comma/i, 'certain'),
    says(/Unexpected token '?[}\]]'?,? .*JSON/i, 'likely'),
  ],
  remedies: [
    'Remove the comma after the last item, just before } or ]',
    'Run mcp-fix check to see the line and column of the mistake in the JSON file',
  ],
  says: (trouble, file) =>
    `A comma follows the last item in ${lineOf(trouble, file)}; JSON allows commas only between items.`,
  why: 'In strict JSON a comma may only stand between two items.',
  repair: (trouble, file) => `Remove the comma in ${lineOf(trouble, file)}`,
});

import {fileName, says, syntaxFailure} from '../facts/config-syntax.ts';

export const configBom = syntaxFailure({
  id: 'config-bom',
  title: 'An invisible mark stands at the start of the file',
  kinds: ['bom'],
  signatures: [
    says(/Unexpected token '?(\uFEFF|\\uFEFF|\u00ef\u00bb\u00bf)/i, 'certain'),
    says(/byte order mark/i, 'likely'),
  ],
  remedies: ['Save the file as UTF-8 without BOM (byte order mark)'],
  says: (_, file) =>
    `${fileName(file.path)} begins with an invisible mark (a byte order mark, BOM) that this client does not accept.`,
  why: 'The client expects the first character of the file to be a bracket.',
  repair: (_, file) => `Remove the byte order mark at the start of ${fileName(file.path)}`,
});

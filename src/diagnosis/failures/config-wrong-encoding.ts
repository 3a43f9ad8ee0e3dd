import {fileName} from '../facts/config-syntax.ts';
import {defineFailure} from '../failure.ts';

const NAMES = {
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  unknown: 'an encoding that is not UTF-8',
};

export const configWrongEncoding = defineFailure({
  id: 'config-wrong-encoding',
  class: 'config',
  step: 'config',
  title: 'The configuration file is not saved as UTF-8',
  severity: 'error',
  waitingHelps: false,
  needs: ['file'],
  signatures: [
    {match: /Unexpected token '?(\uFFFD|\\uFFFD|\u00ff\u00fe|\\u0000)/i, confidence: 'certain'},
    {match: /utf-?16/i, confidence: 'likely'},
    {
      match: /stream did not contain valid UTF-8|invalid utf-8 sequence|'utf-8' codec can't decode/i,
      confidence: 'possible',
    },
  ],
  remedies: ['Save the configuration file as UTF-8'],
  detect: ({file}) =>
    file.exists && file.unreadable === null && (file.encoding.startsWith('utf-16') || file.encoding === 'unknown')
      ? file.encoding
      : null,
  explain: (encoding, {file}) => ({
    cause: `${file.path} is saved as ${encoding === 'utf-16le' || encoding === 'utf-16be' ? NAMES[encoding] : NAMES.unknown}; ${file.clientName} reads UTF-8, so the whole file is unreadable to it.`,
    evidence: [{label: 'Encoding of the file', text: encoding, deciding: encoding}],
    location: {file: file.path, line: 1, column: 1},
  }),
  fixes: (encoding, {file}) =>
    encoding === 'unknown'
      ? [{id: 'encode-by-hand', title: `Open ${fileName(file.path)} in an editor and save it as UTF-8`, kind: 'advice'}]
      : [
          {
            id: 'encode-utf-8',
            title: `Save ${fileName(file.path)} as UTF-8`,
            kind: 'edit',
            change: {file: file.path, path: [], edit: {kind: 'encode', to: 'utf-8'}, why: 'Clients read UTF-8'},
          },
        ],
});

import {advice} from '../facts/config-entry.ts';
import {fileName} from '../facts/config-syntax.ts';
import {defineFailure} from '../failure.ts';

export const configRootNotObject = defineFailure({
  id: 'config-root-not-object',
  class: 'config',
  step: 'config',
  title: 'The root of the configuration file is no object',
  severity: 'error',
  waitingHelps: false,
  needs: ['file'],
  signatures: [{match: /(config|settings|root).{0,40}(must be|expected) an? object/i, confidence: 'likely'}],
  remedies: ['Wrap the content of the file in an object: {"mcpServers": {…}}'],
  detect: ({file}) =>
    file.syntax === null && file.rootType !== 'object' && file.rootType !== 'none' ? file.rootType : null,
  explain: (type, {file}) => ({
    cause: `The outermost thing in ${file.path} is ${type === 'array' ? 'a list' : `a ${type}`}; ${file.clientName} expects an object with its servers under "${file.rootPath.join('.')}".`,
    evidence: [{label: fileName(file.path), text: `root: ${type}`, deciding: type}],
    location: {file: file.path, line: 1, column: 1},
  }),
  fixes: (_, {file}) => [
    advice(
      'wrap',
      `Wrap the content of ${fileName(file.path)} in {"${file.rootPath.join('": {"')}": {"name": {…}}${'}'.repeat(file.rootPath.length)}`,
    ),
  ],
});

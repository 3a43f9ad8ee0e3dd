import {esmCjsMix} from '../../../src/diagnosis/failures/esm-cjs-mix.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(esmCjsMix, {
  matches: [
    {text: 'Error: Dynamic require of "fs" is not supported', cause: [/./]},
    {
      text: 'SyntaxError: Cannot use import statement outside a module\n\nNode.js v22.1.0',
      cause: [/import statement/],
      fix: /"type": "module"/,
    },
    {
      text: 'ReferenceError: require is not defined in ES module scope, you can use import instead',
      cause: [/require/],
      fix: /\.cjs/,
    },
  ],
  misses: ["SyntaxError: Unexpected token '}'", 'ReferenceError: requirement is not defined'],
});

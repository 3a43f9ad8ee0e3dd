import {syntaxError} from '../../../src/diagnosis/failures/syntax-error.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(syntaxError, {
  matches: [
    {
      text: "file:///srv/notes/notes.mjs:1\nconst config = { root: '/data' ;\n                               ^\n\nSyntaxError: Unexpected token ';'\n    at compileSourceTextModule\n\nNode.js v22.12.0",
      cause: [/SyntaxError/, /notes\.mjs:1/],
      fix: /notes\.mjs line 1/,
    },
    {
      text: '  File "/srv/notes/main.py", line 7\n    def run(\n           ^\nSyntaxError: \'(\' was never closed',
      cause: [/main\.py:7/],
    },
    {text: "/srv/run.sh: line 4: syntax error near unexpected token `fi'", cause: [/syntax error/]},
  ],
  misses: ['SyntaxError: Unexpected token \'h\', "hello" is not valid JSON', 'Error: no such token'],
});

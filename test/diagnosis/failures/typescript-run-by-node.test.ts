import {typescriptRunByNode} from '../../../src/diagnosis/failures/typescript-run-by-node.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(typescriptRunByNode, {
  matches: [
    {
      text: 'TypeError [ERR_UNKNOWN_FILE_EXTENSION]: Unknown file extension ".ts" for /srv/notes/server.ts',
      with: {entry: {}},
      cause: [/server\.ts/],
      fix: 'tsx',
    },
    {
      text: '/srv/notes/server.ts:1\nconst a: number = 1;\n      ^\n\nSyntaxError: Missing initializer in const declaration',
      cause: [/server\.ts/],
    },
  ],
  misses: [
    '/srv/notes/server.mjs:3\nconst a: number = 1;\n      ^\n\nSyntaxError: Missing initializer in const declaration',
    'Unknown file extension ".txt"',
  ],
});

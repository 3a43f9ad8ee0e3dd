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
  ],
  misses: ['Unknown file extension ".txt"'],
});

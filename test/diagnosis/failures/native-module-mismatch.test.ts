import {nativeModuleMismatch} from '../../../src/diagnosis/failures/native-module-mismatch.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(nativeModuleMismatch, {
  matches: [
    {
      text: "Error: The module '/srv/notes/node_modules/better-sqlite3/build/Release/better_sqlite3.node'\nwas compiled against a different Node.js version using\nNODE_MODULE_VERSION 115. This version of Node.js requires\nNODE_MODULE_VERSION 127.",
      with: {command: {project: {}}},
      cause: [/115/],
      fix: 'npm rebuild',
    },
  ],
  misses: ['Error: invalid header'],
});

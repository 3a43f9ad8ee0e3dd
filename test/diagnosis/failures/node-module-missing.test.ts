import {nodeModuleMissing} from '../../../src/diagnosis/failures/node-module-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(nodeModuleMissing, {
  matches: [
    {
      text: "Error [ERR_MODULE_NOT_FOUND]: Cannot find package '@modelcontextprotocol/sdk' imported from /srv/notes/index.js",
      with: {command: {project: {packageManager: 'pnpm'}}},
      cause: [/@modelcontextprotocol\/sdk/, /\/srv\/notes/],
      fix: 'Run "pnpm install" in /srv/notes',
    },
    {
      text: "Error: Cannot find module 'express'\nRequire stack:\n- /srv/notes/index.js",
      cause: [/express/],
      fix: /Install "express"/,
    },
  ],
  misses: [
    "Error: Cannot find module '/srv/notes/dist/index.js'",
    "Error: Cannot find module './config.js'",
    "Error: Cannot find module 'node:sqlite'",
    "ModuleNotFoundError: No module named 'httpx'",
  ],
});

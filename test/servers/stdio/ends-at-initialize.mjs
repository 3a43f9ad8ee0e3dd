// Ends when its first message is one of the older protocol, as some SDKs do; with 'speaks' it answers the newer one.
// Each start is one line in the file named by STARTS, so that a test can count them.
import fs from 'node:fs';
import process from 'node:process';
import {say, serve, TOOLS} from './serve.mjs';

const [way = 'speaks', words = ''] = process.argv.slice(2);
if (process.env.STARTS) fs.appendFileSync(process.env.STARTS, 'start\n');
serve({
  before: ({id, method}) => {
    if (method === 'initialize' || way === 'deaf') {
      if (words !== '') process.stderr.write(`${words}\n`);
      process.exit(1);
    }
    if (method === 'server/discover') {
      const result = {
        resultType: 'complete',
        supportedVersions: ['2026-07-28'],
        capabilities: {tools: {}},
        serverInfo: {name: 'notes', version: '3.0.0'},
      };
      say({jsonrpc: '2.0', id, result});
    } else if (method === 'tools/list') say({jsonrpc: '2.0', id, result: {resultType: 'complete', tools: TOOLS}});
    return false;
  },
});

#!/usr/bin/env node
/* Old syntax on purpose: this file must parse on any Node, to say in one line what to do on one that is too old.
   Why Node 20: the program runs on the machine that is broken, so it takes the oldest line whose libraries are still kept. */
'use strict';
var words = process.argv.slice(2).join('\n');
var major = parseInt(process.versions.node.split('.')[0], 10);
if (major < 20) {
  process.stderr.write(
    'mcp-fix needs Node 20 or newer; this is Node ' +
      process.versions.node +
      '. Install a newer Node (nodejs.org), then run it again.\n',
  );
  process.exitCode = 2;
} else if (words === '--version' || words === '-v') {
  process.stdout.write(require('../package.json').version + '\n');
} else if (!((words === '--help' || words === '-h' || words === 'help') && printHelp())) {
  /* Ink does not know NO_COLOR; chalk, below it, knows FORCE_COLOR. The program keeps this out of the servers' environment. */
  if (process.env.NO_COLOR && process.env.FORCE_COLOR === undefined) {
    process.env.FORCE_COLOR = '0';
    process.env.MCP_FIX_SET_FORCE_COLOR = '1';
  }
  /* DEV=true makes Ink look for React's developer tools, which are not shipped. */
  if (process.env.DEV === 'true') {
    process.env.MCP_FIX_DEV = 'true';
    delete process.env.DEV;
  }
  require('./start.js');
}

/* The overview was written when the program was built: nothing else is loaded for it. False where there is no build. */
function printHelp() {
  var text;
  try {
    text = require('fs').readFileSync(require('path').join(__dirname, '../dist/help.txt'), 'utf8');
  } catch (error) {
    return false;
  }
  process.stdout.write(text);
  return true;
}

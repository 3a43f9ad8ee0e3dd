/* Apart from mcp-fix.js, because the word import( does not parse on a very old Node. */
'use strict';
import('../dist/cli.mjs')
  .then(
    (cli) => cli.run(),
    (error) => {
      process.stderr.write(
        'mcp-fix could not start: ' +
          (error && error.message ? error.message : error) +
          '\nIn a clone of the project, run: npm ci\n',
      );
      process.exitCode = 70;
    },
  )
  .then((code) => {
    if (typeof code === 'number') process.exitCode = code;
  });

/* Apart from mcp-fix.js, because the word import( does not parse on a very old Node. */
'use strict';
import('../dist/cli.mjs')
  .then(
    (cli) => cli.run(),
    (error) => {
      var isLimit = error && /^(EMFILE|ENFILE|ENOMEM|EAGAIN)$/.test(error.code);
      process.stderr.write(
        'mcp-fix could not start: ' +
          (error && error.message ? error.message : error) +
          (isLimit
            ? '\nThat is a limit of this machine. Raise it in this shell (ulimit -n 1024), or close programs, then try again.\n'
            : '\nIn a clone of the project, run: npm ci\n'),
      );
      process.exitCode = isLimit ? 3 : 70;
    },
  )
  .then((code) => {
    if (typeof code === 'number') process.exitCode = code;
  });

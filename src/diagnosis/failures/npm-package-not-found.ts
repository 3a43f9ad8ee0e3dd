import {seen} from '../../model/evidence.ts';
import {advise, setArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {knownSpec} from '../facts/proposed-packages.ts';

export const npmPackageNotFound = defineSaidFailure({
  id: 'npm-package-not-found',
  class: 'config',
  title: 'The npm package does not exist under this name',
  patterns: [
    /npm (?:error|ERR!) (?:code )?E?404[^\n]*/,
    /error: (?<name>@?[\w./@-]+) failed to resolve|ERR_PNPM_FETCH_404/,
    /'(?<name2>[^']+)' is not in (?:this|the npm) registry/,
  ],
  remedies: ['Correct the name of the package in "args"', 'Use uvx instead of npx, if it is a Python package'],
  cause: (_, evidence) => {
    const look = seen(evidence, 'command')?.package;
    return `The npm registry does not know the package "${look?.name ?? 'that is named in "args"'}" (404 not found): the name is misspelt, or it was never published there.${look?.nearKnown == null ? '' : ` A known package is "${look.nearKnown}".`}`;
  },
  fixes: (_, evidence) => {
    const look = seen(evidence, 'command')?.package;
    const known = look == null ? null : knownSpec(look);
    return [
      ...(look == null || known === null
        ? []
        : [setArgument(evidence, look.argIndex, known, `Set the package in "args" to "${known}"`)]),
      advise(
        'correct-name',
        `Correct the name "${look?.name ?? 'of the package'}" in "args" (look it up where the server is published); a Python package runs with "uvx"`,
      ),
    ];
  },
});

import type {Evidence} from '../../model/evidence.ts';
import {seen} from '../../model/evidence.ts';
import {advise, setArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {knownSpec} from '../facts/proposed-packages.ts';

export const pypiPackageNotFound = defineSaidFailure({
  id: 'pypi-package-not-found',
  class: 'config',
  title: 'The Python package does not exist under this name',
  patterns: [
    /(?:Because )?(?<![\w.-])(?<name>[\w.-]{1,100}) was not found in the package registry/,
    /No matching distribution found for (?<name2>\S+)/,
    /Could not find a version that satisfies the requirement (?<name3>\S+)/,
  ],
  remedies: ['Correct the name of the package in "args"', 'Run it with npx instead of uvx, if it is an npm package'],
  cause: ({groups}, evidence) =>
    `The package index for Python does not know "${groups['name'] ?? ''}": the name is misspelt, it was never published there, or it is an npm package.${near(evidence) === null ? '' : ` A known package is "${near(evidence) ?? ''}".`}`,
  fixes: ({groups}, evidence) => {
    const look = seen(evidence, 'command')?.package;
    const known = look == null ? null : knownSpec(look);
    return [
      ...(look == null || known === null
        ? []
        : [setArgument(evidence, look.argIndex, known, `Set the package in "args" to "${known}"`)]),
      advise(
        'correct-name',
        `Correct the name "${groups['name'] ?? ''}" in "args", or use "npx -y" if it is an npm package`,
      ),
    ];
  },
});

const near = (evidence: Evidence): string | null => seen(evidence, 'command')?.package?.nearKnown ?? null;

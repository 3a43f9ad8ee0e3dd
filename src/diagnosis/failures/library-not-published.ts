import {advise, programOf} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

/** Registries other than npm and PyPI, which have failures of their own. */
export const libraryNotPublished = defineSaidFailure({
  id: 'library-not-published',
  class: 'config',
  title: 'The package source does not have what the server asks for',
  patterns: [
    /error NU110[1-3]: Unable to find (?:a stable )?package (?<name>[\w.-]{1,120})(?:[^\n]{0,20}?with version \((?<version>[^)\n]{1,60})\))?/,
    /no matching package named `(?<name>[\w-]{1,120})` found/,
    /failed to select a version for (?:the requirement )?`(?<name>[\w-]{1,120}) ?=/,
    /could not find `(?<name>[\w-]{1,120})` in registry/,
    /Could not find a valid gem '(?<name>[\w-]{1,120})'/,
    /Could not find artifact (?<name>[\w.:-]{1,200}) in /,
    /go: (?<name>[\w./-]{1,200})@(?<version>[\w.+-]{1,80}): (?:invalid version|no matching versions|unrecognized import path|reading )/,
    /module (?<name>[\w./-]{1,200}): (?:git ls-remote|reading https|not found)/,
    /Could not find (?:a )?(?:package|version) (?<name>[\w./-]{1,120}) (?:in|on) (?:hex|pub)/i,
  ],
  remedies: [
    'Correct the name or the version of the package where it is written',
    'Add the source (feed, registry) in which the package is published',
  ],
  cause: ({groups}, evidence) =>
    `"${programOf(evidence)}" asks its package source for "${groups['name'] ?? ''}"${groups['version'] === undefined ? '' : ` (${groups['version']})`}, and the source does not have it: the name or the version is not right, or it is published somewhere else.`,
  fixes: ({groups}) => [
    advise(
      'correct-name',
      `Correct the name or version of "${groups['name'] ?? ''}" where it is written (in "args", or in the project's own file)`,
    ),
    advise(
      'add-source',
      'Or add the source in which it is published (a company feed, a private registry), and sign in there',
    ),
  ],
});

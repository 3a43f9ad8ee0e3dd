import {seen} from '../../model/evidence.ts';
import {advise} from '../facts/launch-fixes.ts';
import {installProject} from '../facts/launch-install.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const packageVersionsMismatch = defineSaidFailure({
  id: 'package-versions-mismatch',
  title: 'Two installed packages do not fit together',
  patterns: [
    /ImportError: cannot import name '(?<name>\w+)' from (?:partially initialized module )?'(?<from>[\w.]+)'/,
    /AttributeError: module '(?<from>[\w.]+)' has no attribute '(?<name>\w+)'/,
    /The requested module '(?<from>(?!node:)[^']+)' does not provide an export named '(?<name>[^']+)'/,
    /Package subpath '(?<name>[^']+)' is not defined by "exports" in (?<from>\S+)/,
    /java\.lang\.(?:NoSuchMethodError|NoClassDefFoundError): (?<name>.+)/,
    /pkg_resources\.(?:VersionConflict|DistributionNotFound): (?<name>.+)/,
  ],
  remedies: [
    'Update the server together with its packages',
    'Pin the version of the package that still has what the server uses',
  ],
  cause: ({groups}) =>
    `The server uses "${groups['name'] ?? ''}"${groups['from'] === undefined ? '' : ` of "${groups['from']}"`}, which the installed version does not have: the versions of the server and of this package do not fit together.`,
  fixes: ({groups}, evidence) => [
    advise(
      'update-both',
      `Update the server and "${groups['from'] ?? groups['name'] ?? ''}" together, or pin the older version that the server was written for`,
    ),
    ...[installProject(seen(evidence, 'command')?.project ?? null)].filter((fix) => fix !== null),
  ],
});

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
    /(?<name>[Aa] module that was compiled using NumPy 1\.x) cannot be run in\s(?<from>NumPy 2)/,
    /(?<from>numpy)\.(?<name>dtype size) changed, may indicate binary incompatibility/,
    /No module named '(?<name>mcp\.server\.fastmcp|mcp\.server\.sse|mcp\.types)'(?!;)/,
    /validation errors? for Settings\n(?=[\s\S]{0,1500}?\b(?:mount_path|stateless_http|warn_on_duplicate_tools)\b)(?<name>\w+)/,
    /Package subpath '(?<name>[^']+)' is not defined by "exports" in (?<from>\S+)/,
    /(?<from>\w[\w.]{0,80}?)(?:\.__init__)?\(\) got an unexpected keyword argument '(?<name>\w{1,80})'/,
    /PydanticImportError: `(?<name>\w{1,80})` has been moved to the `(?<from>[\w-]{1,80})` package/,
    /Cannot read properties of undefined \(reading '(?<name>_zod|_def|_parse)'\)|(?<name2>\w{1,40}\.(?:_parse|safeParseAsync|safeParse)) is not a function/,
    /unresolved import `(?<name>[^`\n]{1,120})`/,
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

import type {Evidence} from '../../model/evidence.ts';
import {advise, argumentsOf} from '../facts/launch-fixes.ts';
import {pathFixes} from '../facts/launch-paths.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const namedPathMissing = defineSaidFailure({
  id: 'named-path-missing',
  class: 'config',
  title: 'A file or folder that the server needs does not exist',
  patterns: [
    /Error accessing directory (?<path>\S[^:]*):/,
    /ENOENT: no such file or directory, \w+ '(?<path2>[^']+)'/,
    /FileNotFoundError: \[Errno 2\][^\n]*'(?<path3>[^']+)'/,
    /(?:open|stat|lstat|chdir|read) (?<path4>\/[^\s:]+): (?:no such file or directory|The system cannot find)/,
    /(?:directory|folder|file|path|config(?:uration)?(?: file)?|database)(?: at)?:? ['"`]?(?<path5>(?:\/|~\/|[A-Za-z]:\\)[^\s'"`]+)['"`]? (?:does not exist|not found|is missing|is not a directory|could not be found)/i,
    /(?:No such file or directory|cannot find the (?:file|path)[^:\n]*):? ['"`]?(?<path6>(?:\/|[A-Za-z]:\\)[^\s'"`,]+)/,
    /(?:file|directory|folder|path|database)\b[^\n:/]{0,30}(?:not found|does not exist|is missing)(?: at)?:? ['"`]?(?<path9>(?:\/|~\/|[A-Za-z]:\\)[^\s'"`,]+)/i,
    /Distribution not found at: (?:file:\/\/)?(?<path10>\/[^\s]{1,300})/,
    /(?:NoSuchFileException|FileNotFoundException): (?<path7>\S+)|Could not find (?:file|a part of the path) '(?<path8>[^']+)'/,
  ],
  remedies: ['Replace the path in "args" or "env" by one that exists', 'Create the file or folder'],
  cause: ({groups}, evidence) =>
    `${groups['path'] ?? 'A path'} does not exist, and the server needs it. ${placeOf(evidence, groups['path'] ?? '')}`,
  fixes: ({groups}, evidence) => [
    ...pathFixes(evidence, groups['path'] ?? '', 'that exists'),
    advise('create', `Create ${groups['path'] ?? 'it'}, if the path is right`),
  ],
});

const placeOf = (evidence: Evidence, path: string): string => {
  const at = argumentsOf(evidence).findIndex((word) => word.includes(path));
  return at < 0 ? 'The path comes from the server or its settings.' : `It stands in "args", as argument ${at + 1}.`;
};

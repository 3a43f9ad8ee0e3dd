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
    // A server that passes over what it cannot use, and then has nothing left.
    /Cannot access directory (?<path>\S[^\n]{0,300}?), skipping\n[^\n]{0,40}None of the specified directories are accessible/,
    /Warning: (?<file>\S[^\n]{0,300}?) is not a directory, skipping\n[^\n]{0,40}None of the specified directories are accessible/,
    /\[WinError [23]\][^\n]{0,200}?: ['"](?<path>[^'"\n]{1,300})['"]/,
    /ENOENT: no such file or directory, \w+ '(?<path2>[^']+)'/,
    /FileNotFoundError: \[Errno 2\][^\n]*'(?<path3>[^']+)'/,
    /(?:open|stat|lstat|chdir|read) (?<path4>\/[^\s:]+): (?:no such file or directory|The system cannot find)/,
    /(?:directory|folder|file|path|config(?:uration)?(?: file)?|database)(?: at)?:? ['"`]?(?<path5>(?:\/|~\/|[A-Za-z]:\\)[^\s'"`]+)['"`]? (?:does not exist|not found|is missing|is not a directory|could not be found)/i,
    /(?:No such file or directory|cannot find the (?:file|path)[^:\n]*):? ['"`]?(?<path6>(?:\/|[A-Za-z]:\\)[^\s'"`,]+)/,
    /(?:file|directory|folder|path|database)\b[^\n:/]{0,30}(?:not found|does not exist|is missing)(?: at)?:? ['"`]?(?<path9>(?:\/|~\/|[A-Za-z]:\\)[^\s'"`,]+)/i,
    /docker: (?:open|stat) (?<path>[^\s:]{1,200}): no such file or directory/,
    /Distribution not found at: (?:file:\/\/)?(?<path10>\/[^\s]{1,300})/,
    /(?:NoSuchFileException|FileNotFoundException): (?<path7>\S+)|Could not find (?:file|a part of the path) '(?<path8>[^']+)'/,
  ],
  // Windows without a path, in the languages of its shells.
  alsoKnownAs: [
    /(?:open|stat|read) [\w.][\w./-]{0,200}: no such file or directory/,
    /The system cannot find the (?:path|file) specified|系统找不到指定的(?:路径|文件)|Das System kann (?:den angegebenen Pfad|die angegebene Datei) nicht finden|spécifié est introuvable|El sistema no puede encontrar (?:la ruta|el archivo) especificad[ao]|指定された(?:パス|ファイル)が見つかりません/,
  ],
  remedies: ['Replace the path in "args" or "env" by one that exists', 'Create the file or folder'],
  cause: ({groups}, evidence) =>
    groups['file'] !== undefined
      ? `${groups['file']} is a file, and the server wants a directory (a folder) there. It has no other one to work in.`
      : `${groups['path'] ?? 'A path'} does not exist, and the server needs it. ${placeOf(evidence, groups['path'] ?? '')}`,
  fixes: ({groups}, evidence) => [
    ...pathFixes(
      evidence,
      groups['file'] ?? groups['path'] ?? '',
      groups['file'] === undefined ? 'that exists' : 'of a folder',
    ),
    groups['file'] === undefined
      ? advise('create', `Create ${groups['path'] ?? 'it'}, if the path is right`)
      : advise('name-folder', `Name the folder in which ${groups['file']} lies instead`),
  ],
});

const placeOf = (evidence: Evidence, path: string): string => {
  const at = argumentsOf(evidence).findIndex((word) => word.includes(path));
  return at < 0 ? 'The path comes from the server or its settings.' : `It stands in "args", as argument ${at + 1}.`;
};

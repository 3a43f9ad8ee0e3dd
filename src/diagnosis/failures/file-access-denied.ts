import {advise} from '../facts/launch-fixes.ts';
import {pathFixes} from '../facts/launch-paths.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const fileAccessDenied = defineSaidFailure({
  id: 'file-access-denied',
  title: 'The server may not read or write a file',
  patterns: [
    /(?:EACCES|EPERM|EROFS)[^\n]*?(?:open|mkdir|unlink|rename|scandir|stat|access|copyfile|rmdir|write)\S* '(?<path>[^']+)'/,
    /PermissionError: \[Errno (?:1|13)\][^\n]*?'(?<path2>[^']+)'/,
    /(?:open|mkdir|create|stat) (?<path3>\/[^\s:]+): (?:permission denied|read-only file system)/,
    /(?:Read-only file system|Permission denied)[^\n]*?:? ['"](?<path4>\/[^'"]+)['"]/,
    /[`'"](?<path7>\/[^`'"\n]{1,300})[`'"]: Permission denied \(os error 13\)/,
    // The number stays where the words are translated.
    /\[WinError (?:5|32)\][^\n]{0,200}?['"](?<path>[^'"\n]{1,300})['"]/,
    /AccessDeniedException: (?<path5>\S+)|Access to the path '(?<path6>[^']+)' is denied/,
  ],
  alsoKnownAs: [
    /attempt to write a readonly database/,
    /unable to write files? to \w+[^\n]{0,40}(?:AccessDenied|denied)/i,
  ],
  remedies: ['Give your user the right to the file or folder', 'Point the server to a folder that it may write'],
  cause: ({groups, line}) =>
    `The server may not use ${groups['path'] ?? 'a file'}: "${clip(line, 160)}". The file or its folder belongs to another user, or is read-only.`,
  fixes: ({groups}, evidence) => [
    ...pathFixes(evidence, groups['path'] ?? '', 'that the server may use'),
    advise(
      'rights',
      `Give your user the right to ${groups['path'] ?? 'the file'} (look with: ls -ld ${groups['path'] ?? ''})`,
    ),
  ],
});

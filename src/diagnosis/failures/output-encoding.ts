import {setVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const outputEncoding = defineSaidFailure({
  id: 'output-encoding',
  class: 'config',
  title: 'The server writes letters that its console does not know',
  patterns: [
    /'(?<codec>charmap|ascii|gbk|gb2312|big5|shift_jis|euc[-_]kr|cp\d{3,4}|latin-1)' codec can't encode/,
    /'(?<codec>charmap|ascii|gbk|gb2312|big5|shift_jis|euc[-_]kr|cp\d{3,4})' codec can't decode/,
    // What was read in another character set and kept as single bytes.
    /'(?<codec>utf-8)' codec can't encode characters? [^\n]{1,80}surrogates not allowed/,
  ],
  remedies: ['Set PYTHONUTF8=1 in "env": Python then reads and writes UTF-8, whatever the system is set to'],
  cause: ({groups}) =>
    `Python writes and reads in the character set of this system ("${groups['codec'] ?? ''}"), which does not know a letter that the server uses. The protocol wants UTF-8; PYTHONUTF8=1 sets it.`,
  fixes: (_, evidence) => [setVariable(evidence, 'PYTHONUTF8', '1')],
});

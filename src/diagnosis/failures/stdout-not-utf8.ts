import {defineOddityFailure} from '../facts/handshake-oddity.ts';
import {programOf, setVariable} from '../facts/launch-fixes.ts';
import {clip} from '../facts/stderr-lines.ts';

export const stdoutNotUtf8 = defineOddityFailure({
  id: 'stdout-not-utf8',
  title: 'The server does not write plain UTF-8',
  kinds: ['bom', 'nul-bytes', 'not-utf8'],
  signatures: [
    {
      match:
        /Unexpected token '\ufeff'|Unexpected token .?\\u(?:feff|fffd|0000)|UnicodeEncodeError: 'charmap' codec can't encode/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Let the server write UTF-8 without a byte order mark (PYTHONIOENCODING=utf-8 or PYTHONUTF8=1 for Python)',
  ],
  cause: ({kind, sample}) =>
    `The server's messages are not plain UTF-8: ${SEEN[kind] ?? 'other bytes stand in them'} ("${clip(sample, 60)}"). The client cannot read them as JSON.`,
  what: 'write UTF-8 without a byte order mark',
  fixes: (_, evidence) =>
    /^(?:python[\d.]*|uv|uvx|py)$/.test(programOf(evidence)) ? [setVariable(evidence, 'PYTHONUTF8', '1')] : [],
});

const SEEN: Readonly<Record<string, string>> = {
  bom: 'a byte order mark (BOM, U+FEFF) stands in front',
  'nul-bytes': 'every second byte is zero, as in UTF-16',
  'not-utf8': 'some bytes are in the code page of the system',
};

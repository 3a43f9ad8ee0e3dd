import {outputEncoding} from '../../../src/diagnosis/failures/output-encoding.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(outputEncoding, {
  matches: [
    {
      text: "  File \"C:\\\\Python311\\\\Lib\\\\encodings\\\\cp1252.py\", line 19, in encode\nUnicodeEncodeError: 'charmap' codec can't encode character '\\u2192' in position 31: character maps to <undefined>",
      cause: [/charmap/, /UTF-8/],
      fix: /PYTHONUTF8/,
    },
    {
      text: "UnicodeDecodeError: 'ascii' codec can't decode byte 0xc3 in position 3: ordinal not in range(128)",
      cause: [/ascii/],
    },
  ],
  misses: [
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    'charmap is a font',
  ],
});

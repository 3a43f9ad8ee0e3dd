import {stdoutNotUtf8} from '../../../src/diagnosis/failures/stdout-not-utf8.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(stdoutNotUtf8, {
  matches: [
    {
      name: 'BOM',
      evidence: {launch: {oddities: [{kind: 'bom', sample: '\\ufeff{"jsonrpc"'}]}},
      cause: [/byte order mark/],
    },
    {
      name: 'a Python server on Windows',
      evidence: {entry: {command: 'python', args: []}, launch: {oddities: [{kind: 'not-utf8', sample: 'caf?'}]}},
      cause: [/code page/],
      fix: 'PYTHONUTF8',
    },
  ],
  misses: [{name: 'plain', evidence: {launch: {}, handshake: {}}}],
});

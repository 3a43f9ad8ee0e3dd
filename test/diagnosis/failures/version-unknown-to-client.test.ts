import {versionUnknownToClient} from '../../../src/diagnosis/failures/version-unknown-to-client.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(versionUnknownToClient, {
  matches: [
    {name: 'an invented version', evidence: {handshake: {version: '1.0'}}, cause: [/"1\.0"/]},
    {
      name: 'a future one',
      evidence: {handshake: {version: '2031-01-01'}},
      cause: [/2031-01-01/],
      fix: /update Claude Code|update the client/,
    },
  ],
  misses: [
    {name: 'an older revision', evidence: {handshake: {version: '2024-11-05'}}},
    {name: 'the modern era', evidence: {handshake: {era: 'modern', version: '2026-07-28'}}},
  ],
});

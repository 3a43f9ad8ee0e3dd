import {serverSpeaksModernOnly} from '../../../src/diagnosis/failures/server-speaks-modern-only.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(serverSpeaksModernOnly, {
  matches: [
    {
      name: 'a modern server and a legacy client',
      evidence: {
        entry: {rules: {clientName: 'Cursor', eras: ['legacy']}},
        handshake: {era: 'modern', version: '2026-07-28', supportedVersions: ['2026-07-28']},
      },
      cause: [/2026-07-28/, /Cursor/],
      fix: /Update Cursor/,
    },
  ],
  misses: [
    {name: 'a client that speaks both', evidence: {entry: {}, handshake: {era: 'modern', version: '2026-07-28'}}},
    {name: 'a legacy server', evidence: {entry: {rules: {eras: ['legacy']}}, handshake: {}}},
  ],
});

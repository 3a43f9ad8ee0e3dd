import {slowerThanTheClientWaits} from '../../../src/diagnosis/failures/slower-than-the-client-waits.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(slowerThanTheClientWaits, {
  matches: [
    {
      name: '45 s for a limit of 30 s',
      evidence: {entry: {}, handshake: {ms: 45000, waitedMs: 45000}},
      cause: [/45\.0 s/, /30 s/],
      fix: /MCP_TIMEOUT/,
    },
    {
      name: 'a client whose file has the limit',
      evidence: {
        entry: {
          rules: {
            clientName: 'Codex',
            client: 'codex',
            startTimeoutMs: 10000,
            fields: {timeout: 'startup_timeout_sec'},
          },
        },
        handshake: {ms: 20000},
      },
      cause: [/Codex/],
      fix: 'startup_timeout_sec',
    },
  ],
  misses: [{name: '8 s', evidence: {entry: {}, handshake: {ms: 8000}}}],
});

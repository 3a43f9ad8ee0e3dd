import {serverWords} from '../facts/handshake-oddity.ts';
import {advise} from '../facts/launch-fixes.ts';
import {capital} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const serverSpeaksModernOnly = defineFailure({
  id: 'server-speaks-modern-only',
  class: 'runtime',
  step: 'handshake',
  title: 'The server speaks only the newer protocol',
  severity: 'error',
  waitingHelps: false,
  needs: ['handshake', 'entry'],
  signatures: [
    {match: /-32022|Unsupported protocol version: <missing>|UnsupportedProtocolVersion/, confidence: 'certain'},
  ],
  remedies: [
    'Update the client to one that speaks the protocol of 2026-07-28',
    'Install the last version of the server that still speaks "initialize"',
  ],
  detect: ({handshake, entry}) =>
    handshake.era === 'modern' && !entry.rules.eras.includes('modern') ? handshake.supportedVersions : null,
  explain: (versions, {handshake, entry, all}) => ({
    cause: `${capital(serverWords(all))} speaks only the newer protocol (${[...versions, handshake.version ?? '2026-07-28'].slice(0, 1).join('')}, without "initialize"), and ${entry.rules.clientName} begins with "initialize": the client has to be updated, or the server set back.`,
    evidence:
      handshake.error === null
        ? handshake.asked.map(({method, outcome}) => ({label: method, text: outcome}))
        : [
            {
              label: 'Answer to initialize',
              text: `${handshake.error.code} ${handshake.error.message}`,
              deciding: String(handshake.error.code),
            },
          ],
  }),
  fixes: (_, {entry, all}) => [
    advise('update-client', `Update ${entry.rules.clientName} to a version that speaks the protocol of 2026-07-28`),
    advise(
      'older-server',
      `Or install the last version of ${serverWords(all)} that still answers "initialize" (of 2025)`,
    ),
  ],
});

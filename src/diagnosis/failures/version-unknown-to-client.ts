import {seen} from '../../model/evidence.ts';
import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {advise} from '../facts/launch-fixes.ts';
import {defineFailure} from '../failure.ts';

export const versionUnknownToClient = defineFailure({
  id: 'version-unknown-to-client',
  class: 'runtime',
  step: 'handshake',
  title: 'The server answers with an unknown protocol version',
  severity: 'error',
  waitingHelps: false,
  needs: ['handshake'],
  signatures: [{match: /Server's protocol version is not supported: ?(?<version>\S+)/, confidence: 'certain'}],
  remedies: [
    'Update the client (or the proxy, mcp-remote@latest), so that it knows the version',
    'Pin the version of the server that speaks an older revision',
  ],
  detect: ({handshake}) =>
    handshake.era === 'legacy' && handshake.version !== null && !KNOWN.includes(handshake.version)
      ? handshake.version
      : null,
  explain: (version, {handshake, all}) => ({
    cause: `${/^\d{4}-\d{2}-\d{2}$/.test(version) ? `The server answers with the protocol version ${version}, which no client of the "initialize" era knows` : `The server answers with "${version}", which is no version of the protocol at all`}. It was asked for ${handshake.asked[0]?.version ?? 'another one'}; ${serverWords(all)} has to answer with that one or with an older one.`,
    evidence: [{label: 'protocolVersion in the answer', text: version, deciding: version}],
    confidence: 'likely',
  }),
  fixes: (_, {all}) => [
    updateServer(all, `answer "initialize" with one of ${KNOWN.join(', ')}`),
    advise(
      'update-client',
      `Or update ${seen(all, 'entry')?.rules.clientName ?? 'the client'} (and mcp-remote, where it is in between), in case the version is newer than it`,
    ),
  ],
});

/** The published revisions that begin with "initialize". */
const KNOWN: readonly string[] = ['2024-10-07', '2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'];

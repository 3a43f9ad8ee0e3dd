import {seen} from '../../model/evidence.ts';
import {updateServer} from '../facts/handshake-oddity.ts';
import {advise} from '../facts/launch-fixes.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const versionRefusedByServer = defineFailure({
  id: 'version-refused-by-server',
  class: 'runtime',
  step: 'handshake',
  title: "The server refuses the client's protocol version",
  severity: 'error',
  waitingHelps: false,
  needs: ['handshake'],
  signatures: [
    {
      match:
        /[Uu]nsupported protocol version(?!: <missing>)|[Ii]nvalid protocol version|protocol version .{0,30}not supported by (?:the )?server|Bad Request: Unsupported protocol version/,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Update the server, so that it negotiates the version instead of refusing it',
    'Pin an older version of the client or proxy (mcp-remote@…) that asks for a version the server knows',
  ],
  detect: ({handshake}) => {
    const {error} = handshake;
    if (error === null) return null;
    const said = `${error.message} ${error.data ?? ''}`;
    const hit =
      /(?:unsupported|invalid|unknown|not supported|incompatible)[^"{]{0,40}protocol ?version|protocol ?version[^"{]{0,60}(?:not supported|unsupported|invalid|mismatch|unknown)/i.exec(
        said,
      );
    return hit === null && error.code !== -32022
      ? null
      : {error, said, asked: handshake.asked.at(-1)?.version ?? '', known: handshake.supportedVersions};
  },
  explain: ({error, said, asked, known}) => ({
    cause: `The server refuses the protocol version ${asked} that was asked for (${error.code}: ${clip(error.message, 120)})${known.length === 0 ? '' : `; it knows ${known.join(', ')}`}. A server should answer with a version of its own instead; this one has to be updated.`,
    evidence: [{label: 'Answer to initialize', text: `${error.code} ${said.trim()}`, deciding: error.message}],
  }),
  fixes: (_, {all}) => [
    updateServer(all, 'answer with a version that it knows, instead of an error'),
    advise(
      'older-client',
      `Or use a version of ${seen(all, 'entry')?.rules.clientName ?? 'the client'} (or of mcp-remote) that asks for a version the server knows`,
    ),
  ],
});

import {type Evidence, seen} from '../../model/evidence.ts';
import {updateServer} from '../facts/handshake-oddity.ts';
import {messageOf, refusesVersion} from '../facts/http-answer.ts';
import {advise} from '../facts/launch-fixes.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly said: string;
  readonly asked: string;
  readonly known: readonly string[];
  /** The message that was refused. */
  readonly when: string;
}

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
  detect: ({handshake, all}) => {
    const {error} = handshake;
    if (error === null) return refusedLater(all);
    const said = `${error.message} ${error.data ?? ''}`;
    return !refusesVersion(said) && error.code !== -32022
      ? null
      : {
          code: String(error.code),
          message: error.message,
          said,
          asked: handshake.asked.at(-1)?.version ?? '',
          known: handshake.supportedVersions,
          when: 'initialize',
        };
  },
  explain: ({code, message, said, asked, known, when}) => ({
    cause: `The server refuses the protocol version ${asked} ${when === 'initialize' ? 'that was asked for' : `in the header MCP-Protocol-Version of "${when}", although it agreed to it in its hello`} (${code}: ${clip(message, 120)})${known.length === 0 ? '' : `; it knows ${known.join(', ')}`}. A server should answer with a version of its own instead; this one has to be updated.`,
    evidence: [{label: `Answer to ${when}`, text: `${code} ${said.trim()}`, deciding: message}],
  }),
  fixes: (_, {all}) => [
    updateServer(all, 'answer with a version that it knows, instead of an error'),
    advise(
      'older-client',
      `Or use a version of ${seen(all, 'entry')?.rules.clientName ?? 'the client'} (or of mcp-remote) that asks for a version the server knows`,
    ),
  ],
});

/** The hello went well, and a later request is refused for the version that both had agreed on. */
const refusedLater = (evidence: Evidence): Refusal | null => {
  const asked = seen(evidence, 'handshake')?.version ?? null;
  const bad = seen(evidence, 'http')?.exchanges.find(
    ({purpose, response}) =>
      purpose !== 'initialize' && (response?.status ?? 0) >= 400 && refusesVersion(response?.body.text ?? ''),
  );
  if (asked === null || bad === undefined || bad.response === null) return null;
  const message = messageOf(bad.response) ?? bad.response.body.text;
  return {
    code: `HTTP ${bad.response.status}`,
    message,
    said: message,
    asked,
    known: [],
    when: bad.purpose,
  };
};

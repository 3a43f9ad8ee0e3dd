import type {Host} from '../../model/host.ts';
import {createRedactor} from '../../model/redact.ts';
import type {ServerEntry} from '../../model/server.ts';
import {environmentSecrets} from '../environment-secrets.ts';
import {rerunCommand} from '../rerun/rerun-command.ts';
import {rerunRequest} from '../rerun/rerun-request.ts';
import {type SeenAgain, wordsOfSeen} from '../rerun/seen-again.ts';
import {initializeParams, LEGACY_VERSIONS, MODERN, modernMeta} from '../stdio/eras.ts';

/** What the server says to a client of one version. */
export interface VersionAnswer {
  readonly asked: string;
  readonly era: 'legacy' | 'modern';
  /** The version that it answers with; null where it does not agree. */
  readonly agreed: string | null;
  readonly words: string;
}

const EACH_MS = 6000;

/**
 * Says hello once in each version of the protocol, one after the other, each with a connection or a process of its own.
 * Starts programs and calls servers: only for an approved entry.
 */
export const askVersions = async (
  entry: ServerEntry,
  options: {readonly host: Host; readonly signal: AbortSignal; readonly minimalEnv: boolean},
): Promise<readonly VersionAnswer[]> => {
  const {host, signal} = options;
  const redactor = createRedactor([...entry.secrets, ...environmentSecrets(host)]);
  const answers: VersionAnswer[] = [];
  for (const {asked, era, message} of questions(host)) {
    if (signal.aborted) break;
    const seen = await put(entry, {...options, redactor, messages: [message], waits: true, timeoutMs: EACH_MS});
    answers.push({asked, era, agreed: agreedIn(seen, era), words: wordsOfSeen(seen)});
  }
  return answers;
};

const questions = (
  host: Host,
): readonly {readonly asked: string; readonly era: 'legacy' | 'modern'; readonly message: string}[] => [
  {
    asked: MODERN,
    era: 'modern',
    message: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'server/discover',
      params: modernMeta(MODERN, host.version),
    }),
  },
  ...LEGACY_VERSIONS.map((asked) => ({
    asked,
    era: 'legacy' as const,
    message: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: initializeParams(asked, host.version),
    }),
  })),
];

const put = async (entry: ServerEntry, how: Parameters<typeof rerunCommand>[2]): Promise<SeenAgain> => {
  const {launch} = entry;
  if (launch === null) return {kind: 'not-started', detail: 'nothing to start', text: ''};
  return launch.kind === 'stdio' ? await rerunCommand(entry, launch, how) : await rerunRequest(entry, launch, how);
};

/** The version in the answer; the rest of it may have been cut. */
const agreedIn = (seen: SeenAgain, era: 'legacy' | 'modern'): string | null => {
  if (seen.kind !== 'answered') return null;
  if (era === 'legacy') return /"protocolVersion"\s*:\s*"([\w.-]{1,40})"/.exec(seen.text)?.[1] ?? null;
  const versions = /"supportedVersions"\s*:\s*\[([^\]]{0,400})\]/.exec(seen.text)?.[1] ?? '';
  return versions.includes(MODERN) ? MODERN : (/"([\d-]{10})"/.exec(versions)?.[1] ?? null);
};

import type {Evidence} from '../../model/evidence.ts';
import type {Host} from '../../model/host.ts';
import {createRedactor} from '../../model/redact.ts';
import type {ServerEntry} from '../../model/server.ts';
import {environmentSecrets} from '../environment-secrets.ts';
import {rerunCommand} from './rerun-command.ts';
import {rerunRequest} from './rerun-request.ts';
import {isSameSeen, type SeenAgain, seenBefore, wordsOfSeen} from './seen-again.ts';

/** What became of running a reproduction. */
export interface RerunOutcome {
  readonly isSame: boolean;
  /** One sentence: what the reproduction showed, and what the check had shown. */
  readonly words: string;
  readonly seen: SeenAgain;
}

/** Runs a reproduction and compares it with what the check saw. Only for an approved entry. */
export const rerun = async (
  entry: ServerEntry,
  evidence: Evidence,
  repro: {readonly messages: readonly string[]; readonly waits: boolean},
  options: {
    readonly host: Host;
    readonly timeoutMs: number;
    readonly signal: AbortSignal;
    readonly minimalEnv?: boolean;
  },
): Promise<RerunOutcome | null> => {
  const {launch} = entry;
  if (launch === null) return null;
  const redactor = createRedactor([...entry.secrets, ...environmentSecrets(options.host)]);
  const all = {...options, ...repro, redactor};
  const seen =
    launch.kind === 'stdio' ? await rerunCommand(entry, launch, all) : await rerunRequest(entry, launch, all);
  const was = seenBefore(evidence, methodOf(repro.messages));
  const isSame = was !== null && isSameSeen(was, seen);
  const words = isSame
    ? `It shows the same: ${wordsOfSeen(seen)}.`
    : was === null
      ? `It shows: ${wordsOfSeen(seen)}.`
      : `It shows something else: ${wordsOfSeen(seen)}; the check saw that ${wordsOfSeen(was)}.`;
  return {isSame, words, seen};
};

/** What the reproduction asks in the end; a stream of the older transport begins with its opening. */
const methodOf = (messages: readonly string[]): string =>
  /"method":"([\w/]+)"/.exec(messages.at(-1) ?? '')?.[1] ?? 'sse';

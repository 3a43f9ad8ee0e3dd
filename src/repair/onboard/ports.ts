import type {OnboardAnswer, OnboardServer} from './need.ts';
import type {OnboardState} from './state.ts';

/** Everything that the walk asks of the world. Texts are redacted and printable already; a rejection becomes a sentence. */
export interface OnboardPorts {
  readonly now: () => number;
  /** From the files alone: starts nothing. */
  readonly list: () => Promise<readonly OnboardServer[]>;
  /** Makes the one change of a need, in a file that is the person's own. `value` is the only secret; it is in no state. */
  readonly change: (
    key: string,
    need: string,
    value: string | null,
  ) => Promise<{readonly servers: readonly OnboardServer[]; readonly note: string}>;
  /** Starts or calls exactly what was shown under this digest, and tells what a real client saw. */
  readonly prove: (key: string, digest: string, signal: AbortSignal) => Promise<OnboardAnswer>;
  /** Keeps where the walk stands for the next run. */
  readonly remember: (state: OnboardState) => Promise<void>;
  /** Writes the summary. Answers with its path. */
  readonly finish: (state: OnboardState) => Promise<string>;
}

import type {EntryEvidence, Evidence} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';

/** The shortest thing that fails outside mcp-fix. Holds no secret: hidden values are variables. */
export interface Repro {
  readonly kind: 'request' | 'command';
  /** What to paste into a POSIX shell. */
  readonly text: string;
  /** Variables that have to be set first, by name. */
  readonly variables: readonly string[];
  /** The JSON messages that it sends, in order. */
  readonly messages: readonly string[];
  /** The input is held open until the answer comes; closing it at once would show something else. */
  readonly waits: boolean;
  readonly notes: readonly string[];
}

export interface ReproSubject {
  readonly evidence: Evidence;
  readonly entry: EntryEvidence;
  readonly root: Finding | null;
  /** The messages as JSON, in order. */
  readonly words: readonly string[];
}

/** The one hidden value of the entry at this path, by the variable that the person already has for it. */
export const ownName = (entry: EntryEvidence, ...path: readonly (string | number)[]): string | null => {
  const shape = entry.values.find(
    (value) => value.path.length === path.length && value.path.every((key, index) => key === path[index]),
  );
  const [only, ...more] = shape?.references ?? [];
  return only === undefined || more.length > 0 || !/^[A-Za-z_]\w*$/.test(only) ? null : only;
};

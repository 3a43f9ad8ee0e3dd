import type {ServerStatus} from '../model/investigation.ts';
import type {Json} from '../model/json.ts';
import type {Step} from '../model/step.ts';

/** Everything non-secret that decides whether servers work here. Made to be kept, compared and read in a diff. */
export interface Snapshot {
  readonly kind: 'mcp-fix-snapshot';
  readonly schemaVersion: 1;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly mcpFix: string;
  readonly machine: {
    readonly platform: string;
    readonly osRelease: string;
    readonly arch: string;
    readonly node: string;
    readonly isWsl: boolean;
  };
  /** Folders of the person's PATH, in order. */
  readonly path: readonly string[];
  /** Variables that entries refer to or that change how programs run: never their values. */
  readonly environment: Readonly<Record<string, 'set' | 'empty' | 'unset'>>;
  readonly clients: readonly {
    readonly id: string;
    /** As its own files tell it; null where they do not. Snapshots of older releases have none. */
    readonly version?: string | null;
    readonly files: readonly string[];
  }[];
  /** With a key that the machines share: what equal values have equal. `key` tells the key from others. */
  readonly tags?: {readonly key: string; readonly environment: Readonly<Record<string, string>>};
  readonly servers: readonly ServerSnapshot[];
}

export interface ServerSnapshot {
  readonly name: string;
  readonly client: string;
  readonly scope: string;
  readonly file: string;
  readonly transport: string;
  readonly standing: string;
  readonly approved: boolean;
  /** As it is written; values that may be secret are tags. */
  readonly entry: Json;
  /** What can be said of the values without showing them, by their path: 'env.TOKEN'. */
  readonly values: Readonly<Record<string, string>>;
  /** By the same paths; see `tags` of the snapshot. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly variables: readonly string[];
  readonly command: {
    readonly resolved: string | null;
    readonly source: string;
    readonly cwd: string;
    readonly runtime: string | null;
  } | null;
  readonly protocol: {readonly version: string; readonly era: string; readonly server: string | null} | null;
  readonly tools: {readonly count: number; readonly hash: string; readonly names: readonly string[]} | null;
  readonly status: ServerStatus;
  /** The root cause. */
  readonly failure: {readonly id: string; readonly step: Step; readonly cause: string} | null;
  /** The steps as far as they were gone: 'network passed'. */
  readonly steps: readonly string[];
}

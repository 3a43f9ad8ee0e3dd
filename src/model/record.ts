import type {EvidenceLine} from './finding.ts';
import type {Json} from './json.ts';
import type {FailureClass, Step} from './step.ts';

/** A fix that worked (or a try that did not), for the person, the team and the next failure of the same kind. No secrets. */
export interface FixRecord {
  readonly schemaVersion: 1;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly title: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly server: {
    readonly name: string;
    readonly client: string;
    readonly clientName: string;
    readonly scope: string;
    readonly file: string;
    readonly transport: string;
    readonly command: string | null;
    readonly url: string | null;
  };
  /** The person's or the log's or the probe's own words, and what triggered them. */
  readonly error: {
    readonly text: string;
    readonly source: 'pasted' | 'log' | 'stdin' | 'probe';
    readonly trigger: string;
  };
  readonly failure: {
    readonly id: string;
    readonly class: FailureClass;
    readonly step: Step;
    readonly title: string;
    readonly cause: string;
    readonly evidence: readonly EvidenceLine[];
  };
  /** The class that the person chose instead, when they disagreed. */
  readonly disagreed: {readonly class: FailureClass; readonly id: string | null} | null;
  readonly change: {
    readonly title: string;
    readonly kind: 'edit' | 'run' | 'advice';
    readonly file: string | null;
    readonly line: number | null;
    readonly diff: readonly string[];
    readonly command: readonly string[] | null;
    readonly receipt: string | null;
  };
  readonly before: string;
  readonly after: string;
  readonly proof: {
    readonly outcome: 'fixed' | 'kept' | 'put-back';
    readonly by: string;
    readonly tools: number | null;
    readonly ms: number;
  };
  readonly environment: {
    readonly mcpFix: string;
    readonly os: string;
    readonly node: string;
    readonly commandPath: string | null;
    readonly protocol: string | null;
    readonly server: string | null;
  };
  readonly howToCheck: string;
  /** Equal for the same failure of the same server, whatever machine it is on. */
  readonly fingerprint: string;
  /**
   * Everything non-secret that decided when it was saved: a snapshot of this one server (`mcp-fix compare SERVER --last`).
   * Records of files, and those of older releases, have none.
   */
  readonly snapshot?: Json;
}

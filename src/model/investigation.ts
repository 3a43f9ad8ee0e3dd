import type {Evidence} from './evidence.ts';
import type {Diagnosis} from './finding.ts';
import type {ServerEntry} from './server.ts';
import type {Step} from './step.ts';

export interface StepReport {
  readonly step: Step;
  readonly outcome: 'passed' | 'failed' | 'warned' | 'skipped';
  readonly because?: string;
  readonly durationMs: number;
}

export type ServerStatus = 'healthy' | 'warned' | 'broken' | 'unchecked';
export type UncheckedBecause = 'untrusted' | 'disabled' | 'shadowed' | 'blocked' | 'client-only' | 'interrupted';

/** Evidence and what it means, for one entry: what the wizard, `check` and `fix` all work with. */
export interface Investigation {
  readonly entry: ServerEntry;
  readonly evidence: Evidence;
  readonly diagnosis: Diagnosis;
  readonly steps: readonly StepReport[];
  readonly status: ServerStatus;
  readonly because?: UncheckedBecause;
  readonly digest: string;
  readonly durationMs: number;
}

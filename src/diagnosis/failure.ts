import type {Evidence, SectionName, Sections} from '../model/evidence.ts';
import type {Confidence, EvidenceLine, Fix} from '../model/finding.ts';
import type {Place} from '../model/server.ts';
import type {FailureClass, Step} from '../model/step.ts';

/**
 * An error text under which people know a failure. `match` is anchored on the words that decide it; named groups of a
 * pattern are facts for `explain` ('command', 'name', 'port').
 */
export interface Signature {
  readonly match: RegExp;
  readonly confidence: Confidence;
}

/** The sections that a rule needs, all really asked; plus `all`, for looking aside with `seen`. */
export type Needed<N extends SectionName> = {readonly [K in N]: Sections[K]} & {readonly all: Evidence};

export interface Explained {
  /** One or two sentences with the names of here and now; present tense; no blame. */
  readonly cause: string;
  readonly evidence: readonly EvidenceLine[];
  readonly location?: Place | undefined;
  /** Where the facts are less sure than the rule usually is. */
  readonly confidence?: Confidence;
  readonly severity?: 'error' | 'warning';
  readonly waitingHelps?: boolean;
  /** A title with names, where the general one says too little. */
  readonly title?: string;
  /** Where the facts say another class than the failure's usual one (a 403 that is a quota). */
  readonly class?: FailureClass;
}

/** One known failure. `detect` is pure and sees only evidence that was really gathered. */
export interface FailureRule<N extends SectionName, F> {
  /** For ever: other people's scripts, pages and records name it. Kebab-case, names the failure and not the remedy. */
  readonly id: string;
  readonly class: FailureClass;
  readonly step: Step;
  /** One line that says what is wrong, without names: 'A comma is missing', not 'Add a comma'. */
  readonly title: string;
  readonly severity: 'error' | 'warning';
  readonly waitingHelps: boolean;
  readonly needs: readonly N[];
  readonly signatures: readonly Signature[];
  /** Fixes in general words, for `explain` of a pasted text, most likely first. */
  readonly remedies: readonly string[];
  readonly detect: (evidence: Needed<N>) => F | null;
  readonly explain: (facts: F, evidence: Needed<N>) => Explained;
  readonly fixes: (facts: F, evidence: Needed<N>) => readonly Fix[];
}

/** A failure whose own types are closed over: what the engine works with. */
export interface Failure {
  readonly id: string;
  readonly class: FailureClass;
  readonly step: Step;
  readonly title: string;
  readonly severity: 'error' | 'warning';
  readonly waitingHelps: boolean;
  readonly needs: readonly SectionName[];
  readonly signatures: readonly Signature[];
  readonly remedies: readonly string[];
  /** Detects, explains and proposes in one go; null when the evidence does not show it. */
  readonly judge: (
    evidence: Needed<SectionName>,
  ) => {readonly explained: Explained; readonly fixes: readonly Fix[]} | null;
}

/** Declares a failure. The engine calls it only when every section in `needs` was really asked. */
export const defineFailure = <const N extends SectionName, F>(rule: FailureRule<N, F>): Failure => ({
  id: rule.id,
  class: rule.class,
  step: rule.step,
  title: rule.title,
  severity: rule.severity,
  waitingHelps: rule.waitingHelps,
  needs: rule.needs,
  signatures: rule.signatures,
  remedies: rule.remedies,
  judge: (evidence) => {
    const facts = rule.detect(evidence);
    return facts === null ? null : {explained: rule.explain(facts, evidence), fixes: rule.fixes(facts, evidence)};
  },
});

import {type Evidence, isSkipped, type SectionName, type Sections} from '../model/evidence.ts';
import type {Diagnosis, Finding, Opinion} from '../model/finding.ts';
import {STEPS} from '../model/step.ts';
import type {Failure, Needed} from './failure.ts';
import {legible} from './legible.ts';

/** One opinion of each failure, in list order. */
const opinionsOf = (evidence: Evidence, failures: readonly Failure[]): readonly Opinion[] =>
  failures.map((failure) => opinionOf(evidence, failure));

/**
 * What the evidence means. `findings[0]` is the root cause: the finding at the earliest step of the ladder, errors
 * before warnings, then the order of the list. Order, not a score.
 */
export const diagnose = (evidence: Evidence, failures: readonly Failure[]): Diagnosis => {
  const opinions = opinionsOf(evidence, failures);
  const found = opinions.flatMap((opinion) => (opinion.answer === 'found' ? [opinion.finding] : []));
  const findings = found
    .map((finding, index) => ({finding, index}))
    .sort((a, b) => rank(a.finding) - rank(b.finding) || a.index - b.index)
    .map(({finding}) => finding);
  return {
    findings: withoutConsequences(findings),
    notChecked: opinions.flatMap((opinion) =>
      opinion.answer === 'not-checked' ? [{id: opinion.id, because: opinion.because}] : [],
    ),
    crashed: opinions.flatMap((opinion) =>
      opinion.answer === 'crashed' ? [{id: opinion.id, message: opinion.message}] : [],
    ),
  };
};

/** What fails at a later step than the root cause follows from it, and is no second fault. Warnings stay. */
const withoutConsequences = (findings: readonly Finding[]): readonly Finding[] => {
  const [root] = findings;
  if (root?.severity !== 'error') return findings;
  return findings.filter((finding) => finding.severity === 'warning' || finding.step === root.step);
};

const rank = (finding: Finding): number =>
  (finding.severity === 'error' ? 0 : STEPS.length) + STEPS.indexOf(finding.step);

const opinionOf = (evidence: Evidence, failure: Failure): Opinion => {
  const needed = gather(evidence, failure.needs);
  if (typeof needed === 'string') return {id: failure.id, answer: 'not-checked', because: needed};
  try {
    const judged = failure.judge(needed);
    if (judged === null) return {id: failure.id, answer: 'clear'};
    const {explained, fixes} = judged;
    return {
      id: failure.id,
      answer: 'found',
      finding: legible({
        id: failure.id,
        class: explained.class ?? failure.class,
        severity: explained.severity ?? failure.severity,
        step: failure.step,
        title: explained.title ?? failure.title,
        cause: explained.cause,
        evidence: explained.evidence,
        confidence: explained.confidence ?? 'certain',
        waitingHelps: explained.waitingHelps ?? failure.waitingHelps,
        ...(explained.location === undefined ? {} : {location: explained.location}),
        fixes,
      }),
    };
  } catch (error) {
    return {id: failure.id, answer: 'crashed', message: error instanceof Error ? error.message : String(error)};
  }
};

/** The needed sections, or the reason why one of them is not there. */
const gather = (evidence: Evidence, needs: readonly SectionName[]): Needed<SectionName> | string => {
  for (const name of needs) {
    const section = evidence[name];
    if (section === undefined) return `no ${name} evidence of this subject`;
    if (isSkipped(section)) return section.skipped;
  }
  // The parsing edge: every needed section was just seen to be there.
  return {...(evidence as Partial<Sections>), all: evidence} as Needed<SectionName>;
};

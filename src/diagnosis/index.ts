import type {Evidence} from '../model/evidence.ts';
import type {Diagnosis} from '../model/finding.ts';
import {STEPS} from '../model/step.ts';
import {diagnose} from './engine.ts';
import {FAILURES} from './failures/index.ts';

export {cleanText} from './clean-text.ts';
export {compare} from './compare.ts';
export {type Explanation, explainText} from './explain.ts';
export type {Failure} from './failure.ts';
export {FAILURES} from './failures/index.ts';
export {statusOf} from './status-of.ts';
export {stepsOf} from './steps-of.ts';

/**
 * What the evidence means, by every known failure. `findings[0]` is the root cause. An error at a later step than the
 * root's follows from it, or cannot be judged before it is mended: it is not told as a second fault.
 */
export const diagnoseAll = (evidence: Evidence): Diagnosis => {
  const diagnosis = diagnose(evidence, FAILURES);
  const root = diagnosis.findings[0];
  if (root === undefined || root.severity !== 'error') return diagnosis;
  const last = STEPS.indexOf(root.step);
  const findings = diagnosis.findings.filter((one) => one.severity === 'warning' || STEPS.indexOf(one.step) <= last);
  return {...diagnosis, findings};
};

import type {Evidence} from '../model/evidence.ts';
import type {Diagnosis} from '../model/finding.ts';
import {diagnose} from './engine.ts';
import {FAILURES} from './failures/index.ts';

export {cleanText} from './clean-text.ts';
export {compare} from './compare.ts';
export {type Explanation, explainText} from './explain.ts';
export type {Failure} from './failure.ts';
export {FAILURES} from './failures/index.ts';
export {type Parting, partWays, type Side, type Ways} from './part-ways.ts';
export {statusOf} from './status-of.ts';
export {stepsOf} from './steps-of.ts';

/** What the evidence means, by every known failure. `findings[0]` is the root cause. */
export const diagnoseAll = (evidence: Evidence): Diagnosis => diagnose(evidence, FAILURES);

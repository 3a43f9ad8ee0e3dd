import {diagnose} from '../../src/diagnosis/engine.ts';
import type {Failure} from '../../src/diagnosis/failure.ts';
import type {Finding} from '../../src/model/finding.ts';
import {evidenceOf, type PartialEvidence} from './evidence.ts';

/** What one failure says of the evidence; null when it stays clear or cannot be asked. A crash of its rule fails the test. */
export const judge = (failure: Failure, evidence: PartialEvidence): Finding | null => {
  const diagnosis = diagnose(evidenceOf(evidence), [failure]);
  const crash = diagnosis.crashed[0];
  if (crash !== undefined) throw new Error(`the rule ${crash.id} crashed: ${crash.message}`);
  return diagnosis.findings[0] ?? null;
};

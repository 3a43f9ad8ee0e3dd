import {diagnose} from '../../src/diagnosis/engine.ts';
import type {Failure} from '../../src/diagnosis/failure.ts';
import type {Finding} from '../../src/model/finding.ts';
import {evidenceOf, type PartialEvidence} from './evidence.ts';

/** What one failure says of some evidence: its finding, or undefined when it is clear. A crash or a section that is missing throws. */
export const judged = (failure: Failure, partial: PartialEvidence): Finding | undefined => {
  const diagnosis = diagnose(evidenceOf(partial), [failure]);
  const trouble = diagnosis.crashed[0]?.message ?? diagnosis.notChecked[0]?.because;
  if (trouble !== undefined) throw new Error(`${failure.id}: ${trouble}`);
  return diagnosis.findings[0];
};

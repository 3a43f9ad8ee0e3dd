import type {SectionName} from '../model/evidence.ts';
import {seen} from '../model/evidence.ts';
import type {Failure, Needed} from './failure.ts';

/**
 * Failures of which only the first is told: where an earlier one of the list is an error, the later ones only repeat
 * it in more general words. So a list reads like a ladder, the more exact rule first.
 */
export const exclusive = (failures: readonly Failure[]): readonly Failure[] =>
  failures.map((failure, index) => ({
    ...failure,
    judge: (evidence) => {
      const judgement = failure.judge(evidence);
      if (judgement === null) return null;
      return failures.slice(0, index).some((earlier) => isError(earlier, evidence)) ? null : judgement;
    },
  }));

const isError = (failure: Failure, evidence: Needed<SectionName>): boolean => {
  if (failure.needs.some((name) => seen(evidence.all, name) === undefined)) return false;
  const judgement = failure.judge(evidence);
  return judgement !== null && (judgement.explained.severity ?? failure.severity) === 'error';
};

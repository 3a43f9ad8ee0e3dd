import type {SectionName} from '../model/evidence.ts';
import {seen} from '../model/evidence.ts';
import type {Failure, Needed} from './failure.ts';

/**
 * Failures of which only the first is told: where an earlier one of the list is found, the later ones only repeat it in
 * more general words. So a list reads like a ladder, the more exact rule first.
 * @param by 'errors': only an earlier error silences the later ones, so that a warning never hides an error;
 *   'findings': an earlier warning does, too
 */
export const exclusive = (failures: readonly Failure[], by: 'errors' | 'findings' = 'errors'): readonly Failure[] =>
  failures.map((failure, index) => ({
    ...failure,
    judge: (evidence) => {
      const judgement = failure.judge(evidence);
      if (judgement === null) return null;
      return failures.slice(0, index).some((earlier) => silences(earlier, evidence, by)) ? null : judgement;
    },
  }));

const silences = (failure: Failure, evidence: Needed<SectionName>, by: 'errors' | 'findings'): boolean => {
  if (failure.needs.some((name) => seen(evidence.all, name) === undefined)) return false;
  const judgement = failure.judge(evidence);
  return judgement !== null && (by === 'findings' || (judgement.explained.severity ?? failure.severity) === 'error');
};

import type {Evidence, SectionName} from '../model/evidence.ts';
import {seen} from '../model/evidence.ts';
import type {Failure, Needed} from './failure.ts';

/**
 * Failures of which only the first is told: where an earlier one of the list is found, the later ones only repeat it in
 * more general words. So a list reads like a ladder, the more exact rule first.
 * @param by 'errors': only an earlier error silences the later ones, so that a warning never hides an error;
 *   'findings': an earlier warning does, too
 */
export const exclusive = (failures: readonly Failure[], by: 'errors' | 'findings' = 'errors'): readonly Failure[] => {
  // The place of the first rule that silences the later ones, once for each evidence: without it a list is quadratic.
  const places = new WeakMap<Evidence, number>();
  const firstSilencing = (evidence: Needed<SectionName>): number => {
    const known = places.get(evidence.all);
    if (known !== undefined) return known;
    const found = failures.findIndex((failure) => silences(failure, evidence, by));
    const place = found === -1 ? failures.length : found;
    places.set(evidence.all, place);
    return place;
  };
  return failures.map((failure, index) => ({
    ...failure,
    judge: (evidence) => {
      const judgement = failure.judge(evidence);
      return judgement === null || firstSilencing(evidence) < index ? null : judgement;
    },
  }));
};

/** Rules for files of clients, which stay silent where a rule for requests has said it in the API's own words. */
export const after = (exact: readonly Failure[], failures: readonly Failure[]): readonly Failure[] =>
  exclusive([...exact, ...failures]).slice(exact.length);

const silences = (failure: Failure, evidence: Needed<SectionName>, by: 'errors' | 'findings'): boolean => {
  if (failure.needs.some((name) => seen(evidence.all, name) === undefined)) return false;
  const judgement = failure.judge(evidence);
  return judgement !== null && (by === 'findings' || (judgement.explained.severity ?? failure.severity) === 'error');
};

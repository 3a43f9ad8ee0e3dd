import {type Evidence, seen} from '../model/evidence.ts';
import type {Failure} from './failure.ts';

/**
 * Failures that look bad on paper. Where the server says hello and lists its tools all the same, they are worth a
 * warning and no more: an optional variable that is not set breaks nothing.
 */
export const milderWhenItWorks = (failures: readonly Failure[]): readonly Failure[] =>
  failures.map((failure) => ({
    ...failure,
    judge: (evidence) => {
      const judgement = failure.judge(evidence);
      if (judgement === null || !worksWell(evidence.all)) return judgement;
      return {...judgement, explained: {...judgement.explained, severity: 'warning'}};
    },
  }));

const worksWell = (all: Evidence): boolean => {
  const handshake = seen(all, 'handshake');
  const tools = seen(all, 'tools');
  if (handshake === undefined || handshake.version === null || tools === undefined) return false;
  return tools.error === null && !tools.timedOut && !tools.closed && (tools.httpStatus ?? 200) < 400;
};

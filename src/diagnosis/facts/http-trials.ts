import type {HttpEvidence, Trial} from '../../model/evidence.ts';

/** The first variation of that kind that answered as MCP: 'transport:', 'path:', 'host:', 'without-header:' … */
export const workedTrial = (http: HttpEvidence, kind: string): Trial | null =>
  http.trials.find((trial) => trial.isMcp && trial.what.startsWith(kind)) ?? null;

/**
 * The one path beside the asked one at which the server is, and wants a sign-in; null where it says so at every path
 * that was tried, for then its 401 does not tell one path from another.
 */
export const lockedTrial = (http: HttpEvidence): Trial | null => {
  const paths = http.trials.filter(({what}) => /^(?:path:|slash$|no-slash$)/.test(what));
  const locked = paths.filter(({status}) => status === 401);
  return locked.length > 1 && locked.length === paths.length ? null : (locked[0] ?? null);
};

/** What stands behind the colon: the header, the host, the path that was tried. */
export const subjectOf = (trial: Trial): string => trial.what.slice(trial.what.indexOf(':') + 1);

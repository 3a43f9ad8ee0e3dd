import type {HttpEvidence, Trial} from '../../model/evidence.ts';

/** The first variation of that kind that answered as MCP: 'transport:', 'path:', 'host:', 'without-header:' … */
export const workedTrial = (http: HttpEvidence, kind: string): Trial | null =>
  http.trials.find((trial) => trial.isMcp && trial.what.startsWith(kind)) ?? null;

/** What stands behind the colon: the header, the host, the path that was tried. */
export const subjectOf = (trial: Trial): string => trial.what.slice(trial.what.indexOf(':') + 1);

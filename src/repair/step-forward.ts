import type {ChangePreview} from '../model/change.ts';
import type {Finding} from '../model/finding.ts';
import type {Verdict} from '../model/verdict.ts';

/**
 * Whether a change belongs to the repair although something else stops the server now. The same kind of failure again,
 * about the very value that was written, is no step: another path that does not exist either.
 */
export const isStepForward = (
  verdict: Verdict,
  change: {readonly before: Finding | null; readonly after: Finding | null; readonly preview: ChangePreview},
): boolean => {
  const {before, after, preview} = change;
  if (verdict.kind !== 'other-failure' || !verdict.further) return false;
  const written = typeof preview.after === 'string' ? preview.after : '';
  return written === '' || before?.id !== after?.id || after?.cause.includes(written) !== true;
};

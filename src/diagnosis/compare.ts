import {count} from '../model/count.ts';
import {type Evidence, isSkipped} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';
import type {Investigation} from '../model/investigation.ts';
import {STEPS, type Step} from '../model/step.ts';
import type {Verdict} from '../model/verdict.ts';

/** What of an investigation is compared. */
type Compared = Pick<Investigation, 'diagnosis' | 'evidence' | 'status' | 'because'>;

/**
 * What the same action says after one change. The change is judged by the root cause before: is it gone, is it still
 * there, or does something else stop the server now? Where the second look did not reach the place of the first
 * failure (a time limit, no consent), nothing is claimed.
 */
export const compare = (before: Compared, after: Compared): Verdict => {
  const was = before.diagnosis.findings[0];
  const is = after.diagnosis.findings[0];
  if (was === undefined) return cannotTell('Nothing failed before the change, so there is nothing to compare with.');
  if (after.diagnosis.crashed.some((crash) => crash.id === was.id)) {
    return cannotTell(`The rule that found "${was.title}" did not work the second time. Run the check again.`);
  }
  if (after.status === 'unchecked' && is === undefined) return cannotTell(unchecked(after));
  if (is === undefined || (is.severity === 'warning' && was.severity === 'error')) return withoutError(was, after);
  if (isSame(was, is)) return {kind: 'same-failure', note: `It fails as before: ${is.title}.`};
  if (after.evidence.limitHit === true && place(is) < place(was)) {
    return cannotTell(`Time ran out at the step "${is.step}", before the place where it failed at first.`);
  }
  return otherFailure(was, is);
};

const withoutError = (was: Finding, after: Compared): Verdict => {
  if (after.status === 'healthy' || after.status === 'warned') {
    const rest = after.status === 'warned' ? ' A warning remains.' : '';
    return {kind: 'fixed', note: `The same action now works: ${success(after.evidence)}.${rest}`};
  }
  return cannotTell(
    after.evidence.limitHit === true ? `Time ran out before the step "${was.step}" was done.` : unchecked(after),
  );
};

const otherFailure = (was: Finding, is: Finding): Verdict => {
  const isOtherName = was.id === is.id;
  const further = isOtherName || place(is) > place(was);
  const note = isOtherName
    ? `The first one is gone; the same kind of failure shows for another name: ${is.cause}`
    : further
      ? `It comes further than before and now stops at the step "${is.step}": ${is.title}.`
      : `It now fails otherwise, at the step "${is.step}": ${is.title}.`;
  return {kind: 'other-failure', further, id: is.id, note};
};

const cannotTell = (note: string): Verdict => ({kind: 'cannot-tell', note});

const unchecked = (after: Compared): string =>
  after.because === undefined
    ? 'The server was not asked the second time.'
    : `The server was not asked the second time (${after.because}).`;

const place = (finding: Finding): number => STEPS.indexOf(finding.step);

/** The same failure of the same thing. Words with digits (times, ids, ports of ours) differ from run to run. */
const isSame = (was: Finding, is: Finding): boolean => was.id === is.id && stable(was.cause) === stable(is.cause);

const stable = (text: string): string => text.replace(/[\w.:-]*\d[\w.:-]*/g, '#');

const success = (evidence: Evidence): string => {
  const tools = evidence.tools;
  const last: Step = tools === undefined || isSkipped(tools) ? 'handshake' : 'tools';
  if (last === 'tools' && tools !== undefined && !isSkipped(tools) && tools.isDeclared) {
    return `the server answers and lists ${count(tools.count, 'tool')}`;
  }
  return 'the server answers';
};

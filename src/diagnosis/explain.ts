import type {Confidence} from '../model/finding.ts';
import type {FailureClass} from '../model/step.ts';
import {cleanText} from './clean-text.ts';
import {byCode} from './explain-by-code.ts';
import {fallbackOf} from './explain-fallback.ts';
import type {Failure} from './failure.ts';
import {FAILURES} from './failures/index.ts';

/** What a pasted text points to; the shape of `mcp-fix explain --json`, without the page's address. */
export interface Explanation {
  readonly id: string;
  readonly class: FailureClass;
  readonly title: string;
  readonly confidence: Confidence;
  /** The words of the text that decided it. */
  readonly matched: string;
  readonly waitingHelps: boolean;
  readonly fixes: readonly string[];
}

const LIMIT = 200_000;
/** A message that a window has wrapped is short; a long log is no wrapped sentence. */
const WRAPPED_LIMIT = 4_000;
/** Failures that a text may name in passing, while it says more. */
const ENVELOPES: ReadonlySet<string> = new Set(['crashed-at-start', 'health-check-without-reason']);
const RANK: Readonly<Record<Confidence, number>> = {certain: 0, likely: 1, possible: 2};

/**
 * The failures under whose names a text is known, best first: sure before possible, then the longer match, then the
 * order of the ladder. A text that fits none is read by the code that it names, then by the class that its general words
 * show; one without either gets none.
 */
export const explainText = (text: string, failures: readonly Failure[] = FAILURES): readonly Explanation[] => {
  const cleaned = cleanText(text.length > LIMIT ? `${text.slice(0, LIMIT / 2)}\n${text.slice(-LIMIT / 2)}` : text);
  const found = known(cleaned, failures);
  const code = byCode(cleaned);
  // "The process ended with …" is only the envelope of what the number says.
  const exact = ENVELOPES.has(found[0]?.id ?? '') ? failures.find(({id}) => id === code?.id) : undefined;
  if (exact !== undefined && code !== null) return [explanationOf(exact, code.matched, 'possible'), ...found];
  if (found.length > 0) return found;
  const flowing = unwrapped(cleaned);
  const wrapped = flowing === null ? [] : known(flowing, failures);
  if (wrapped.length > 0) return wrapped;
  for (const general of [code, fallbackOf(cleaned)]) {
    const failure = general === null ? undefined : failures.find((one) => one.id === general.id);
    if (general !== null && failure !== undefined) return [explanationOf(failure, general.matched, 'possible')];
  }
  return [];
};

const known = (text: string, failures: readonly Failure[]): readonly Explanation[] =>
  failures
    .flatMap((failure, index) => {
      const match = bestMatch(failure, text);
      return match === null ? [] : [{failure, index, ...match}];
    })
    .sort((a, b) => RANK[a.confidence] - RANK[b.confidence] || b.matched.length - a.matched.length || a.index - b.index)
    .map(({failure, matched, confidence}) => explanationOf(failure, matched, confidence));

/** What was copied out of a narrow window: its sentences go on over the line ends. Null where that changes nothing. */
const unwrapped = (text: string): string | null =>
  text.length <= WRAPPED_LIMIT && text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ') : null;

const bestMatch = (failure: Failure, text: string): {matched: string; confidence: Confidence} | null => {
  const all = failure.signatures.flatMap(({match, confidence}) => {
    const words = withoutState(match).exec(text)?.[0];
    return words === undefined || words === '' ? [] : [{matched: words.trim(), confidence}];
  });
  all.sort((a, b) => RANK[a.confidence] - RANK[b.confidence] || b.matched.length - a.matched.length);
  return all[0] ?? null;
};

/** A global pattern remembers where it stopped; the others are used as they are, since compiling costs more than matching. */
const withoutState = (match: RegExp): RegExp =>
  match.global || match.sticky ? new RegExp(match.source, match.flags.replace(/[gy]/g, '')) : match;

const explanationOf = (failure: Failure, matched: string, confidence: Confidence): Explanation => ({
  id: failure.id,
  class: failure.class,
  title: failure.title,
  confidence,
  matched: matched.length > 300 ? `${matched.slice(0, 299)}…` : matched,
  waitingHelps: failure.waitingHelps,
  fixes: failure.remedies,
});

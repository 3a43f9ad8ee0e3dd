import {type Evidence, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import type {FailureClass, Step} from '../../model/step.ts';
import {fallbackOf} from '../explain-fallback.ts';
import {defineFailure, type Failure, type Signature} from '../failure.ts';

interface ReportedRule {
  readonly id: string;
  readonly class: FailureClass;
  readonly step: Step;
  readonly title: string;
  readonly waitingHelps?: boolean;
  readonly signatures: readonly Signature[];
  readonly remedies: readonly string[];
  /** Set for a class verdict: found only where no known text fits, by the general words of that class. */
  readonly onlyAlone?: string;
  /** What is wrong; gets the named groups of the pattern that matched. */
  readonly cause: (groups: Readonly<Record<string, string>>) => string;
}

/**
 * A failure that no probe can see, only its message: what a client's own command or screen says, what happened in a
 * browser, a tool call of yesterday. Beside probes that were really run it is a warning, since the text may be old.
 */
export const defineReported = (rule: ReportedRule): Failure =>
  defineFailure({
    id: rule.id,
    class: rule.class,
    step: rule.step,
    title: rule.title,
    severity: 'error',
    waitingHelps: rule.waitingHelps ?? false,
    needs: ['reported'],
    signatures: rule.signatures,
    remedies: rule.remedies,
    detect: ({reported, all}) => {
      if (rule.onlyAlone !== undefined && wasProbed(all)) return null;
      const fallback = rule.onlyAlone === undefined ? null : fallbackOf(reported.cleaned);
      if (fallback !== null && fallback.id === rule.onlyAlone) {
        return {matched: fallback.matched, groups: {}, confidence: 'possible' as const};
      }
      for (const {match, confidence} of rule.signatures) {
        const found = match.exec(reported.cleaned === '' ? reported.text : reported.cleaned);
        if (found !== null) return {matched: found[0], groups: {...found.groups}, confidence};
      }
      return null;
    },
    explain: ({matched, groups, confidence}, {reported, all}) => ({
      cause: rule.cause(groups),
      evidence: [
        {
          label: reported.source === 'log' ? 'log' : 'message',
          text: lineWith(reported.text, matched),
          deciding: matched,
        },
      ],
      confidence,
      severity: wasProbed(all) ? 'warning' : 'error',
    }),
    fixes: () => rule.remedies.map((title, index): Fix => ({id: `advice-${index + 1}`, title, kind: 'advice'})),
  });

const wasProbed = (all: Evidence): boolean =>
  seen(all, 'launch') !== undefined || seen(all, 'network') !== undefined || seen(all, 'http') !== undefined;

/** The line that holds the deciding words, whole; the words alone where they span lines. */
const lineWith = (text: string, matched: string): string =>
  text
    .split('\n')
    .find((line) => line.includes(matched))
    ?.trim() ?? matched;

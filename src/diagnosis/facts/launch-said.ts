import type {Evidence} from '../../model/evidence.ts';
import type {Confidence, Fix} from '../../model/finding.ts';
import type {FailureClass, Step} from '../../model/step.ts';
import {defineFailure, type Explained, type Failure} from '../failure.ts';
import {type Trouble, troubleOf} from './launch-trouble.ts';
import {linesAround, saidBy} from './stderr-lines.ts';

/** A text that a failing local server said and that one of the patterns knows. */
export interface Said {
  readonly label: string;
  readonly line: string;
  readonly match: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly trouble: Exclude<Trouble, null>;
}

export interface SaidRule {
  readonly id: string;
  readonly class?: FailureClass;
  readonly step?: Step;
  readonly title: string;
  readonly waitingHelps?: boolean;
  /** Texts that decide, in what a FAILING server says. The same texts are the signatures for pasted errors. */
  readonly patterns: readonly RegExp[];
  /** Texts that decide only together with `when`: no signatures, since a pasted text alone would say too little. */
  readonly patternsWithEvidence?: readonly RegExp[];
  /** Texts under which people know it, that are too weak or come from elsewhere: for pasted errors alone. */
  readonly alsoKnownAs?: readonly RegExp[];
  /** The same, where the words leave no doubt that it is this one. */
  readonly surelyKnownAs?: readonly RegExp[];
  readonly confidence?: Confidence;
  readonly remedies: readonly string[];
  /** A further condition on the evidence or on what was caught. */
  readonly when?: (said: Said, evidence: Evidence) => boolean;
  readonly cause: (said: Said, evidence: Evidence) => string;
  readonly fixes: (said: Said, evidence: Evidence) => readonly Fix[];
  readonly explained?: (said: Said, evidence: Evidence) => Partial<Explained>;
}

/**
 * A failure that a local server tells in its own words. It is looked for only where the server does fail: the same
 * words in the log of a server that works mean nothing.
 */
export const defineSaidFailure = (rule: SaidRule): Failure =>
  defineFailure({
    id: rule.id,
    class: rule.class ?? 'runtime',
    step: rule.step ?? 'launch',
    title: rule.title,
    severity: 'error',
    waitingHelps: rule.waitingHelps ?? false,
    needs: ['launch'],
    signatures: [
      ...rule.patterns.map((match) => ({match, confidence: rule.confidence ?? ('certain' as const)})),
      ...(rule.surelyKnownAs ?? []).map((match) => ({match, confidence: 'certain' as const})),
      ...(rule.alsoKnownAs ?? []).map((match) => ({match, confidence: 'likely' as const})),
    ],
    remedies: rule.remedies,
    detect: ({all}) => hear(rule, all),
    explain: (said, {all}) => ({
      cause: rule.cause(said, all),
      evidence: [{label: said.label, text: said.line, deciding: said.match}],
      confidence: rule.confidence ?? 'certain',
      ...rule.explained?.(said, all),
    }),
    fixes: (said, {all}) => rule.fixes(said, all),
  });

const hear = (rule: SaidRule, evidence: Evidence): Said | null => {
  const trouble = troubleOf(evidence);
  if (trouble === null) return null;
  for (const {label, text} of saidBy(evidence)) {
    for (const pattern of [...rule.patterns, ...(rule.patternsWithEvidence ?? [])]) {
      const hit = pattern.exec(text);
      if (hit === null) continue;
      const said: Said = {
        label,
        line: linesAround(text, hit.index, hit[0].length),
        match: hit[0].trim(),
        groups: groupsOf(hit),
        trouble,
      };
      if (rule.when === undefined || rule.when(said, evidence)) return said;
    }
  }
  return null;
};

/** The named groups that caught something. */
const groupsOf = (hit: RegExpExecArray): Readonly<Record<string, string>> => {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(hit.groups ?? {})) {
    // A second spelling of the same fact has a number behind its name: a pattern's group names are unique.
    if (typeof value === 'string' && value !== '') out[name.replace(/\d$/, '')] ??= value;
  }
  return out;
};

import {seen} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';
import type {Investigation} from '../model/investigation.ts';
import {STEPS, type Step} from '../model/step.ts';
import {entryWays} from './ways/entry-ways.ts';
import type {Parting} from './ways/parting.ts';
import {speechWays} from './ways/speech-ways.ts';
import {commandWays, launchWays} from './ways/start-ways.ts';

export type {Parting} from './ways/parting.ts';

/** One of the two that are compared: the same server under two clients, on two machines, on two days. */
export type Side = Pick<Investigation, 'evidence' | 'diagnosis' | 'steps' | 'status'>;

export interface Ways {
  readonly kind: 'one-fails' | 'fail-otherwise' | 'fail-alike' | 'both-work' | 'not-asked';
  /** Which of the two does not work, where one does. */
  readonly failing: 'a' | 'b' | null;
  /** The first step of the ladder whose outcome is not the same. */
  readonly partAt: Step | null;
  /** The difference that explains it; null where none of those that were seen does. */
  readonly first: Parting | null;
  /** All differences, in the order of the ladder. */
  readonly parts: readonly Parting[];
}

/** Where two investigations of one server part ways. Pure: what was seen is compared, nothing is asked again. */
export const partWays = (a: Side, b: Side): Ways => {
  const kind = kindOf(a, b);
  const failing = failingOf(a, b, kind);
  const finding = failing === null ? null : (errorOf(failing === 'a' ? a : b) ?? null);
  const said = finding === null ? '' : wordsOf(finding);
  const isMentioned = (name: string): boolean => hasWord(said, name);
  const parts = partsOf(a, b, isMentioned);
  return {kind, failing, partAt: partAtOf(a, b), first: firstOf(parts, finding, isMentioned, kind), parts};
};

const partsOf = (a: Side, b: Side, isMentioned: (name: string) => boolean): readonly Parting[] => {
  const of = <K extends 'entry' | 'command' | 'launch'>(name: K) =>
    [seen(a.evidence, name), seen(b.evidence, name)] as const;
  const [entryA, entryB] = of('entry');
  const [commandA, commandB] = of('command');
  const [launchA, launchB] = of('launch');
  const parts = [
    ...(entryA === undefined || entryB === undefined ? [] : entryWays(entryA, entryB)),
    ...(commandA === undefined || commandB === undefined ? [] : commandWays(commandA, commandB)),
    ...(launchA === undefined || launchB === undefined ? [] : launchWays(launchA, launchB, isMentioned)),
    ...speechWays(a.evidence, b.evidence),
  ];
  return parts.sort((one, other) => STEPS.indexOf(one.step) - STEPS.indexOf(other.step));
};

const kindOf = (a: Side, b: Side): Ways['kind'] => {
  const [errorA, errorB] = [errorOf(a), errorOf(b)];
  if (errorA !== undefined && errorB !== undefined) return errorA.id === errorB.id ? 'fail-alike' : 'fail-otherwise';
  if (errorA !== undefined || errorB !== undefined) {
    const other = errorA === undefined ? a : b;
    return other.status === 'unchecked' ? 'not-asked' : 'one-fails';
  }
  return a.status === 'unchecked' || b.status === 'unchecked' ? 'not-asked' : 'both-work';
};

/** The side whose failure is to be explained: the one that fails, or that fails earlier. */
const failingOf = (a: Side, b: Side, kind: Ways['kind']): 'a' | 'b' | null => {
  if (kind === 'both-work' || kind === 'fail-alike') return null;
  const [errorA, errorB] = [errorOf(a), errorOf(b)];
  if (errorA === undefined) return errorB === undefined ? null : 'b';
  if (errorB === undefined) return 'a';
  return STEPS.indexOf(errorA.step) <= STEPS.indexOf(errorB.step) ? 'a' : 'b';
};

const errorOf = (side: Side): Finding | undefined => {
  const root = side.diagnosis.findings[0];
  return root?.severity === 'error' ? root : undefined;
};

const partAtOf = (a: Side, b: Side): Step | null => {
  const outcome = (side: Side, step: Step): string | undefined => side.steps.find((one) => one.step === step)?.outcome;
  return (
    STEPS.find((step) => {
      const [one, other] = [outcome(a, step), outcome(b, step)];
      return one !== other && (one === 'failed' || other === 'failed');
    }) ?? null
  );
};

/**
 * What explains the failure: a difference that it names, else the first real one at or before its step. Where nothing
 * fails, the first real difference; what all clients differ in explains nothing.
 */
const firstOf = (
  parts: readonly Parting[],
  finding: Finding | null,
  isMentioned: (name: string) => boolean,
  kind: Ways['kind'],
): Parting | null => {
  const real = parts.filter((part) => !part.isUsual);
  if (finding === null) return kind === 'not-asked' ? (real[0] ?? null) : null;
  const last = STEPS.indexOf(finding.step);
  const before = parts.filter((part) => STEPS.indexOf(part.step) <= Math.max(last, STEPS.indexOf('launch')));
  return (
    before.find((part) => !part.isUsual && part.names.some(isMentioned)) ??
    before.find((part) => part.names.some(isMentioned)) ??
    real.find((part) => STEPS.indexOf(part.step) <= last) ??
    null
  );
};

const wordsOf = (finding: Finding): string =>
  [finding.id.replaceAll('-', ' '), finding.title, finding.cause, ...finding.evidence.map(({text}) => text)].join('\n');

/** The name stands there as a word of its own: HOME is not in NOTES_HOME. */
const hasWord = (text: string, name: string): boolean => {
  if (name.length < 2) return false;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const isInside = /[\w]/.test(text[at - 1] ?? '') || /[\w]/.test(text[at + name.length] ?? '');
    if (!isInside || /^\W|\W$/.test(name)) return true;
  }
  return false;
};

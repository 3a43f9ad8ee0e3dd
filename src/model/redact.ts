import {createHmac, randomBytes} from 'node:crypto';
import {isRecord, type Json} from './json.ts';
import {isStandIn} from './redact/harmless-value.ts';
import {maskedByEntropy, maskedInContext} from './redact/in-context.ts';
import {knownValues} from './redact/known-values.ts';
import {isSecretName} from './redact/secret-name.ts';
import {familyOf, SHAPES} from './redact/shapes.ts';

export {isHarmlessValue, isStandIn} from './redact/harmless-value.ts';
export {isSecretName} from './redact/secret-name.ts';
export {familyOf} from './redact/shapes.ts';

/** Replaces what must never be shown. Total: a text that it cannot process becomes a single tag. */
export interface Redactor {
  readonly text: (text: string) => string;
  readonly json: (value: Json) => Json;
  /** A redactor that knows further values. */
  readonly with: (secrets: readonly string[]) => Redactor;
}

/** New in each run: a tag cannot be used to try out values, and tells nothing to the next run. */
const RUN_KEY = randomBytes(32);
const UNPROCESSED = '[secret:unprocessed]';
const MAX_DEPTH = 600;
/** How many tags are kept: a text that says one value over and over asks for one computation. */
const MAX_TAGS = 2000;

/**
 * A redactor that knows `secrets` by value (in every usual encoding) and secrets by shape, by name and by look. Equal
 * values have equal tags within a run: '[secret:github#3fa1]'.
 * @param secrets values of the configuration and the environment; short or harmless ones are ignored
 * @param key what the tags are computed with
 */
export const createRedactor = (secrets: readonly string[] = [], key: Uint8Array = RUN_KEY): Redactor => {
  const known = knownValues(secrets);
  const marks = new Map<string, string>();
  const tag = (family: string, value: string): string => {
    const mark = marks.get(value) ?? createHmac('sha256', key).update(value).digest('hex').slice(0, 4);
    if (marks.size < MAX_TAGS) marks.set(value, mark);
    return `[secret:${family}#${mark}]`;
  };
  const tags = new Map<string, string>();
  const tagOf = (secret: string): string => {
    const made = tags.get(secret) ?? tag(familyOf(secret) ?? 'value', bareOf(secret));
    tags.set(secret, made);
    return made;
  };
  const isKnown = (value: string): boolean => known.masked(value, () => '').length < 8;
  const shaped = (input: string, isLeft: (value: string) => boolean = () => false): string => {
    let text = input;
    for (const [family, pattern, word] of SHAPES) {
      if (text.includes(word)) text = text.replace(pattern, (value) => (isLeft(value) ? value : tag(family, value)));
    }
    return text;
  };
  const clean = (input: string): string => {
    let text = known.masked(input, tagOf);
    // Keys of one maker begin alike: of a key that nobody told us the mask would take what it is known by, and leave it.
    if (text !== input) text = known.masked(shaped(input, isKnown), tagOf);
    return maskedByEntropy(maskedInContext(shaped(text), tag), tag);
  };
  const text = (input: string): string => closed(() => clean(input));
  const json = (value: Json, depth = 0): Json => {
    if (depth > MAX_DEPTH) return UNPROCESSED;
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) {
      return value.map((item, i) =>
        isOptionValue(value[i - 1], item) ? tag('option', String(item)) : json(item, depth + 1),
      );
    }
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        text(name),
        isSecretField(name, item) ? named(item) : json(item, depth + 1),
      ]),
    );
  };
  const named = (item: string): string => {
    const cleaned = text(item);
    return cleaned === item ? tag('field', item) : cleaned;
  };
  return {text, json: (value) => json(value), with: (more) => createRedactor([...secrets, ...more], key)};
};

/** The part that a bare token and 'Bearer token' have in common, so that both have one tag. */
const bareOf = (secret: string): string => secret.trim().replace(/^(?:bearer|basic|token|bot)\s+(?=\S+$)/i, '');

const isSecretField = (name: string, item: Json): item is string =>
  typeof item === 'string' && item.length >= 4 && isSecretName(name) && !isStandIn(item);

const isOptionValue = (option: Json | undefined, item: Json): boolean =>
  typeof option === 'string' &&
  /^--?[A-Za-z][\w-]*$/.test(option) &&
  isSecretName(option) &&
  typeof item === 'string' &&
  item.length >= 4 &&
  !item.startsWith('-') &&
  !isStandIn(item);

/** What cannot be looked through is not shown. */
const closed = (work: () => string): string => {
  try {
    return work();
  } catch {
    return UNPROCESSED;
  }
};

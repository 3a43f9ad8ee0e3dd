import fs from 'node:fs';
import path from 'node:path';
import {type ParseError, parse} from 'jsonc-parser';
import {planChange} from '../../src/clients/edit/index.ts';
import type {Edit} from '../../src/model/change.ts';
import {aHost} from './a-host.ts';
import {jsonSuite} from './r19-json-suite.ts';
import {neighbours} from './r19-neighbours.ts';
import {below, few, type Outcome, pick, randomOf, scaled, type Trial, type TrialOptions, withFolder} from './trial.ts';

type Random = () => number;

/** A document as text, with the place of one value known because it was written down while writing. */
interface Written {
  readonly text: string;
  /** Of the value of `mcpServers.<name>.env.TARGET`, or of its whole property with key. */
  readonly value: readonly [from: number, to: number];
  readonly property: readonly [from: number, to: number];
  readonly path: readonly string[];
  /** The key of a fresh neighbour. */
  readonly fresh: readonly string[];
  readonly hasDoubleOnPath: boolean;
}

const NUMBERS = ['12345678901234567890', '1.0', '1e400', '-0', '0.1e-7', '9007199254740993'];
const STRINGS = [
  '"a\\u00e9b"',
  '"\\/slash"',
  '"\\ud83d\\ude00"',
  '"// no comment"',
  '"/* nor this */"',
  '"a,b}]"',
  '"\\"q\\""',
  '""',
];

/** Writes a configuration with comments in every gap, any line ends, odd numbers and escapes, and double keys. */
const write = (random: Random, isStrict: boolean): Written => {
  const eols = pick(random, [['\n'], ['\r\n'], ['\n', '\r\n']]);
  const unit = pick(random, ['\t', '  ', '    ', '        ', '']);
  let comments = 0;
  let text = !isStrict && random() < 0.2 ? '\ufeff' : '';
  let depth = 0;
  const marks: {from: number; to: number}[] = [];
  const gap = (): void => {
    if (random() < 0.7) text += unit === '' ? ' ' : `${pick(random, eols)}${unit.repeat(depth)}`;
    if (isStrict || random() < 0.6) return;
    comments += 1;
    text += random() < 0.5 ? `/*c${comments}*/` : `//c${comments}${pick(random, eols)}`;
  };
  const scalar = (): void => {
    text += pick(random, [...NUMBERS, ...STRINGS, 'true', 'null']);
  };
  const list = (write: readonly (() => void)[], open: string, close: string): void => {
    text += open;
    depth += 1;
    write.forEach((one, index) => {
      gap();
      one();
      gap();
      if (index < write.length - 1 || (!isStrict && random() < 0.3)) text += ',';
    });
    gap();
    depth -= 1;
    text += close;
  };
  const property =
    (key: string, value: () => void): (() => void) =>
    () => {
      text += JSON.stringify(key);
      gap();
      text += ':';
      gap();
      value();
    };
  const target = (): void => {
    const from = text.length;
    property('TARGET', () => {
      const at = text.length;
      text += pick(random, ['"old value"', '"old \\u0041 ${HOME}"', '7', 'null']);
      marks.push({from: at, to: text.length});
    })();
    marks.push({from, to: text.length});
  };
  const others = (count: number): readonly (() => void)[] =>
    Array.from({length: below(random, count + 1)}, (_, index) =>
      property(`k${index}`, random() < 0.7 ? scalar : () => list([scalar, scalar], '[', ']')),
    );
  const mixed = (own: readonly (() => void)[]): readonly (() => void)[] => {
    const all = [...others(3)];
    for (const one of own) all.splice(below(random, all.length + 1), 0, one);
    return all;
  };
  const isDouble = random() < 0.1;
  const name = pick(random, ['notes', 'a.b', 'a/b', 'x y', '日本', '#']);
  const envBody = (): void => list(mixed([target, ...(isDouble ? [property('TARGET', scalar)] : [])]), '{', '}');
  const apart = random() < 0.2 ? [property('twice', scalar), property('twice', scalar)] : [];
  gap();
  list(
    mixed([
      property('mcpServers', () =>
        list(mixed([property(name, () => list(mixed([property('env', envBody)]), '{', '}'))]), '{', '}'),
      ),
      ...apart,
    ]),
    '{',
    '}',
  );
  gap();
  const [value = {from: 0, to: 0}, whole = {from: 0, to: 0}] = marks;
  const at = ['mcpServers', name, 'env'];
  return {
    text,
    value: [value.from, value.to],
    property: [whole.from, whole.to],
    path: [...at, 'TARGET'],
    fresh: [...at, 'FRESH'],
    hasDoubleOnPath: isDouble,
  };
};

const commentsOf = (text: string): readonly string[] => (text.match(/\/\*c\d+\*\/|\/\/c\d+/g) ?? []).sort();

const isWithin = (small: string, large: string): boolean => {
  let at = 0;
  for (const character of small) {
    at = large.indexOf(character, at);
    if (at < 0) return false;
    at += 1;
  }
  return true;
};

const dataOf = (text: string): unknown => {
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\ufeff/, ''), errors, {allowTrailingComma: true});
  return errors.length === 0 ? value : errors;
};

/** The data with one value set (or taken away), as a second opinion on what the edit means. */
const expected = (text: string, at: readonly string[], value: unknown): unknown => {
  const root: unknown = structuredClone(dataOf(text));
  let place = root;
  for (const key of at.slice(0, -1))
    place = typeof place === 'object' && place !== null ? Reflect.get(place, key) : null;
  if (typeof place !== 'object' || place === null) return null;
  if (value === undefined) Reflect.deleteProperty(place, at.at(-1) ?? '');
  else Reflect.set(place, at.at(-1) ?? '', value);
  return root;
};

const isEqual = (one: unknown, other: unknown): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other);
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isEqual(Reflect.get(one, key), Reflect.get(other, key)))
  );
};

const NEW_VALUE = 'new "value" é';

const wrongWith = (document: Written, kind: string, after: string): string | null => {
  const {text, value, property, path: at, fresh} = document;
  if (kind === 'set') {
    const wanted = text.slice(0, value[0]) + JSON.stringify(NEW_VALUE) + text.slice(value[1]);
    return after === wanted ? null : 'more or less than the value changed';
  }
  const lost = commentsOf(text).filter((one) => !after.includes(one));
  const inside = commentsOf(text.slice(property[0], property[1]));
  const goal = kind === 'insert' ? expected(text, fresh, NEW_VALUE) : expected(text, at, undefined);
  if (!isEqual(dataOf(after), goal)) return 'the data is not what was asked for';
  if (lost.some((one) => kind === 'insert' || !inside.includes(one))) return `lost ${lost.join(' ')}`;
  const [small, large] = kind === 'insert' ? [text, after] : [after, text];
  return isWithin(small, large) ? null : 'something else was rewritten';
};

const EDITS: Readonly<Record<string, Edit>> = {
  set: {kind: 'set', value: NEW_VALUE},
  insert: {kind: 'set', value: NEW_VALUE},
  remove: {kind: 'remove'},
};

/** One character more or less somewhere: if JSON.parse refuses it, so must we. */
const broken = (random: Random, text: string): string | null => {
  const at = below(random, text.length);
  const cut = text.slice(0, at) + pick(random, ['', '{', ']', ',', '"', '\\', '\u0001']) + text.slice(at + 1);
  try {
    JSON.parse(cut);
    return null;
  } catch {
    return cut;
  }
};

const run = (options: TrialOptions): Promise<Outcome> =>
  withFolder(async (folder) => {
    const random = randomOf(options.seed);
    const host = aHost(folder);
    const wrong: string[] = [];
    const counts = {done: 0, refused: 0, double: 0, broken: 0};
    const file = path.join(folder, 'servers.json');
    const total = scaled(20_000, options);
    for (let index = 0; index < total; index += 1) {
      const isStrict = random() < 0.3;
      const document = write(random, isStrict);
      const kind = pick(random, ['set', 'insert', 'remove']);
      const format = isStrict ? 'json' : 'jsonc';
      fs.writeFileSync(file, document.text);
      const edit = EDITS[kind];
      if (edit === undefined) continue;
      const change = {file, path: kind === 'insert' ? document.fresh : document.path, edit, why: 'test'};
      const plan = await planChange(change, {host, format});
      if (document.hasDoubleOnPath && kind !== 'insert') {
        counts.double += 1;
        if (!('refused' in plan)) wrong.push(`a double key was edited: ${JSON.stringify(document.text)}`);
        continue;
      }
      if ('refused' in plan) {
        counts.refused += 1;
        continue;
      }
      counts.done += 1;
      const trouble = wrongWith(document, kind, plan.bytesAfter.toString('utf8'));
      if (trouble !== null)
        wrong.push(
          `${kind}: ${trouble}\n${JSON.stringify(document.text)}\n${JSON.stringify(plan.bytesAfter.toString('utf8'))}`,
        );
      const bad = isStrict ? broken(random, document.text) : null;
      if (bad === null) continue;
      counts.broken += 1;
      fs.writeFileSync(file, bad);
      const onBroken = await planChange(change, {host, format});
      if (!('refused' in onBroken)) wrong.push(`edited although it does not parse: ${JSON.stringify(bad)}`);
    }
    if (counts.refused > counts.done * 0.02) wrong.push(`${counts.refused} of ${total} were refused without need`);
    const others = [await jsonSuite(options, folder), await neighbours(folder)];
    return {
      figures: `${total.toLocaleString('en')} documents: ${counts.done.toLocaleString('en')} edited exactly, ${counts.double} with a double key left alone, ${counts.refused} layouts refused; ${counts.broken.toLocaleString('en')} broken ones never edited; ${others.map(({figures}) => figures).join('; ')}`,
      wrong: few([...wrong, ...others.flatMap((other) => other.wrong)]),
    };
  }, 'fast');

export const r19: Trial = {promise: 'R19', title: 'one setting changes and nothing else', run};

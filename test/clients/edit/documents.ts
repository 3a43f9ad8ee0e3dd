import fc from 'fast-check';
import type {Json} from '../../../src/model/json.ts';

const keys = fc.constantFrom(
  'command',
  'args',
  'env',
  'url',
  'notes.db',
  'a/b',
  'servers',
  'x y',
  'TOKEN',
  'é',
  'type',
  'n1',
  '#',
  '//',
);
const texts = fc.oneof(
  fc.constantFrom(
    'npx',
    '-y',
    'a,b',
    'x # y',
    '// no',
    '/* no */',
    'C:\\new\\t',
    'quote " it',
    "it's",
    '',
    '日本',
    '{',
    ']',
    '${HOME}',
    'line\nend',
    'true',
    '12',
    ': ',
    '- a',
  ),
  fc.string({maxLength: 8}),
);
const scalars = (hasNull: boolean): fc.Arbitrary<Json> =>
  fc.oneof(texts, fc.integer({min: -999, max: 99999}), fc.boolean(), ...(hasNull ? [fc.constant(null)] : []));

/** Any document of a depth that configurations have. The root is an object. */
export const objects = (hasNull: boolean): fc.Arbitrary<{readonly [key: string]: Json}> => {
  const {value} = fc.letrec<{value: Json; object: {readonly [key: string]: Json}}>((tie) => ({
    value: fc.oneof(
      {depthSize: 'small', withCrossShrink: true},
      scalars(hasNull),
      fc.array(scalars(hasNull), {maxLength: 3}),
      tie('object'),
      fc.array(tie('value'), {maxLength: 2}),
    ),
    object: fc.dictionary(keys, tie('value'), {maxKeys: 4}),
  }));
  return fc.dictionary(keys, value, {maxKeys: 5});
};

export interface Style {
  readonly unit: string;
  readonly eol: string;
  readonly isStrict: boolean;
  /** Draws one of the next numbers below `n`; the same seed gives the same layout. */
  readonly draw: (n: number) => number;
}

export const styles = (isStrict: boolean): fc.Arbitrary<Style> =>
  fc
    .record({
      unit: fc.constantFrom('  ', '    ', '\t'),
      eol: fc.constantFrom('\n', '\r\n'),
      seed: fc.integer({min: 1, max: 1e9}),
    })
    .map(({unit, eol, seed}) => {
      let state = seed;
      const draw = (n: number): number => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return (state >>> 8) % n;
      };
      return {unit, eol, isStrict, draw};
    });

let comments = 0;
const comment = (style: Style, isLine: boolean): string => {
  if (style.isStrict || style.draw(4) !== 0) return '';
  comments += 1;
  return isLine && style.draw(2) === 0 ? ` // c${comments}, "x": {` : ` /* c${comments}, ] */`;
};

/** JSON text of a value in a layout with comments in many gaps. */
export const jsonText = (value: Json, style: Style, indent = ''): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isWide = style.draw(3) !== 0;
  const parts = Array.isArray(value)
    ? value.map((item) => jsonText(item, style, indent + style.unit))
    : Object.entries(value).map(
        ([key, item]) =>
          `${JSON.stringify(key)}:${comment(style, false)} ${jsonText(item, style, indent + style.unit)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const trailing = !style.isStrict && style.draw(4) === 0 && parts.length > 0 ? ',' : '';
  if (!isWide)
    return `${open}${comment(style, false)}${parts.join(`,${style.draw(2) === 0 ? ' ' : ''}`)}${trailing}${close}`;
  const lines = parts.map((part, i) => {
    const comma = i < parts.length - 1 ? ',' : trailing;
    return `${style.eol}${indent}${style.unit}${part}${comment(style, false)}${comma}${comment(style, true)}`;
  });
  return `${open}${comment(style, true)}${lines.join('')}${style.eol}${indent}${close}`;
};

const tomlString = (text: string): string => JSON.stringify(text).replaceAll('\u007f', '\\u007f');
const tomlKey = (key: string): string => (/^[\w-]+$/.test(key) && !/[^\x00-\x7f]/.test(key) ? key : tomlString(key));

/** TOML text: scalars and lists as lines, objects as tables or in braces. Comments behind lines. */
export const tomlText = (value: {readonly [key: string]: Json}, style: Style, path: readonly string[] = []): string => {
  const inline = (item: Json): string => {
    if (typeof item === 'string') return tomlString(item);
    if (Array.isArray(item)) return `[${item.map(inline).join(style.draw(2) === 0 ? ', ' : `,${style.eol}  `)}]`;
    if (typeof item === 'object' && item !== null) {
      return `{ ${Object.entries(item)
        .map(([key, one]) => `${tomlKey(key)} = ${inline(one).replaceAll(style.eol, '')}`)
        .join(', ')} }`;
    }
    return String(item);
  };
  const note = (): string => (style.draw(4) === 0 ? ' # n, ] "' : '');
  const tables: string[] = [];
  const lines: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    const isTable = typeof item === 'object' && item !== null && !Array.isArray(item);
    if (isTable && style.draw(3) !== 0)
      tables.push(tomlText(item as {readonly [key: string]: Json}, style, [...path, key]));
    else lines.push(`${tomlKey(key)} = ${inline(item)}${note()}${style.eol}`);
  }
  const header = path.length === 0 ? '' : `${style.eol}[${path.map(tomlKey).join('.')}]${note()}${style.eol}`;
  return header + lines.join('') + tables.join('');
};

/** YAML text: blocks or brackets, comments behind lines. */
export const yamlText = (value: Json, style: Style, indent = ''): string => {
  const flow = (item: Json): string => JSON.stringify(item);
  if (typeof value !== 'object' || value === null)
    return ` ${flow(value)}${style.draw(5) === 0 ? ' # n: {' : ''}${style.eol}`;
  const isEmpty = (Array.isArray(value) ? value : Object.keys(value)).length === 0;
  if (isEmpty || style.draw(4) === 0) return ` ${JSON.stringify(value)}${style.eol}`;
  const inner = indent + (style.unit === '\t' ? '  ' : style.unit);
  const lines = Array.isArray(value)
    ? value.map(
        (item) =>
          `${indent}-${typeof item === 'object' && item !== null ? ` ${JSON.stringify(item)}${style.eol}` : yamlText(item, style, inner)}`,
      )
    : Object.entries(value).map(([key, item]) => `${indent}${JSON.stringify(key)}:${yamlText(item, style, inner)}`);
  return style.eol + lines.join('');
};

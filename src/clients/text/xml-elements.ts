import {MAX_DEPTH} from './limits.ts';

/** One element with its attributes and the elements inside it; its own text is left out. */
export interface XmlElement {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly attributes: ReadonlyMap<string, {readonly value: string; readonly offset: number; readonly length: number}>;
  readonly children: readonly XmlElement[];
}

/** Why a text is no XML, and where; or why nobody should parse it. */
export type XmlTrouble = {readonly message: string; readonly offset: number} | {readonly refused: 'too-deep'};

interface Open {
  readonly name: string;
  readonly offset: number;
  readonly attributes: XmlElement['attributes'];
  readonly children: XmlElement[];
}

/** What may stand between two elements: text, a comment, a declaration, CDATA. One piece at a time: V8 counts repetitions. */
const BETWEEN = /[^<]+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!(?!--|\[)[^>]*>/y;
const NAME = /<(\/?)([A-Za-z_][\w.:-]*)/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')/y;
const END = /\s*(\/?)>/y;

const at = (form: RegExp, text: string, offset: number): RegExpExecArray | null => {
  form.lastIndex = offset;
  return form.exec(text);
};

/**
 * The elements of an XML text, outermost first. Nothing outside of it is read, and only the five entities that XML names
 * itself and numbers are put in, so that a text can neither grow nor reach a file. Linear; never calls itself.
 */
export const xmlElements = (text: string): readonly XmlElement[] | XmlTrouble => {
  const top: XmlElement[] = [];
  const open: Open[] = [];
  for (let here = 0; here < text.length; ) {
    const between = at(BETWEEN, text, here);
    if (between !== null) {
      here = BETWEEN.lastIndex;
      continue;
    }
    const tag = tagAt(text, here);
    if (tag === null) return {message: 'this is no tag', offset: here};
    const {name, kind, attributes, end} = tag;
    const found = {name, offset: here, attributes};
    if (kind === 'closes') {
      const closed = open.pop();
      if (closed?.name !== name) return {message: `</${name}> closes nothing that is open`, offset: here};
      (open.at(-1)?.children ?? top).push({...closed, length: end - closed.offset});
    } else if (kind === 'empty') (open.at(-1)?.children ?? top).push({...found, length: end - here, children: []});
    else open.push({...found, children: []});
    if (open.length > MAX_DEPTH) return {refused: 'too-deep'};
    here = end;
  }
  const left = open.at(-1);
  return left === undefined ? top : {message: `<${left.name}> is not closed`, offset: left.offset};
};

interface Tag {
  readonly name: string;
  readonly kind: 'opens' | 'closes' | 'empty';
  readonly attributes: XmlElement['attributes'];
  readonly end: number;
}

const tagAt = (text: string, offset: number): Tag | null => {
  const start = at(NAME, text, offset);
  if (start === null) return null;
  const [, closes = '', name = ''] = start;
  const attributes = new Map<string, {readonly value: string; readonly offset: number; readonly length: number}>();
  let here = NAME.lastIndex;
  for (let one = at(ATTRIBUTE, text, here); one !== null; one = at(ATTRIBUTE, text, here)) {
    const [, key = '', quoted = ''] = one;
    here = ATTRIBUTE.lastIndex;
    attributes.set(key, {value: decoded(quoted.slice(1, -1)), offset: here - quoted.length, length: quoted.length});
  }
  const end = at(END, text, here);
  if (end === null) return null;
  return {name, kind: closes !== '' ? 'closes' : end[1] === '' ? 'opens' : 'empty', attributes, end: END.lastIndex};
};

const ENTITIES: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"};

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g, (whole, hex, decimal, name) => {
        if (typeof name === 'string') return ENTITIES[name] ?? whole;
        const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

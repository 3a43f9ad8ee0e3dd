import type {Member, TreeNode} from './tree.ts';

const STRING = /"(?:[^"\\]|\\[\s\S])*"/y;

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Behind white space and comments, from `start` on. By hand: a pattern takes three times as long, and more the more there are. */
const behindSpace = (text: string, start: number): number => {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) at += 1;
    else if (code === 0x2f && text.charCodeAt(at + 1) === 0x2f) {
      at += 2;
      while (at < text.length && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at += 1;
    } else if (code === 0x2f && text.charCodeAt(at + 1) === 0x2a) {
      const end = text.indexOf('*/', at + 2);
      if (end === -1) return at;
      at = end + 2;
    } else return at;
  }
};

/** Behind a number or a word. */
const behindLiteral = (text: string, start: number): number => {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    // , ] } / :
    if (code === 0x2c || code === 0x5d || code === 0x7d || code === 0x2f || code === 0x3a || isSpace(code)) break;
    at += 1;
  }
  return at;
};

/** Nothing but white space and comments. */
export const isBlank = (text: string): boolean => behindSpace(text, 0) === text.length;

/**
 * The tree of a JSON or JSONC text that is already known to be valid. Several times faster than a general parser, which
 * counts because a client's state file can be megabytes long.
 */
export const jsonTreeOf = (text: string): TreeNode => {
  let at = 0;
  const skip = (): void => {
    at = behindSpace(text, at);
  };
  const string = (): string => {
    const end = endOfString(text, at);
    const inner = text.slice(at + 1, end - 1);
    const value = inner.includes('\\') ? String(JSON.parse(text.slice(at, end))) : inner;
    at = end;
    return value;
  };
  const value = (): TreeNode => {
    skip();
    const offset = at;
    const first = text[at];
    if (first === '{') return object(offset);
    if (first === '[') return array(offset);
    if (first === '"') {
      const decoded = string();
      return {kind: 'scalar', offset, length: at - offset, value: decoded};
    }
    const word = text.slice(at, behindLiteral(text, at));
    at += Math.max(1, word.length);
    return {kind: 'scalar', offset, length: at - offset, value: literal(word)};
  };
  const object = (offset: number): TreeNode => {
    const members: Member[] = [];
    at += 1;
    for (;;) {
      skip();
      const first = text[at];
      if (first === undefined) break;
      if (first === '}') {
        at += 1;
        break;
      }
      if (first !== '"') {
        at += 1;
        continue;
      }
      const keyOffset = at;
      const key = string();
      const keyLength = at - keyOffset;
      skip();
      at += 1;
      members.push({key, keyOffset, keyLength, node: value()});
    }
    return {kind: 'object', offset, length: at - offset, members};
  };
  const array = (offset: number): TreeNode => {
    const items: TreeNode[] = [];
    at += 1;
    for (;;) {
      skip();
      const first = text[at];
      if (first === undefined) break;
      if (first === ']') {
        at += 1;
        break;
      }
      if (first === ',') at += 1;
      else items.push(value());
    }
    return {kind: 'array', offset, length: at - offset, items};
  };
  return value();
};

/** The look for a backslash stays inside the string: looking through the whole rest would be quadratic. */
const endOfString = (text: string, start: number): number => {
  const end = text.indexOf('"', start + 1);
  if (end !== -1 && !text.slice(start + 1, end).includes('\\')) return end + 1;
  STRING.lastIndex = start;
  return STRING.test(text) ? STRING.lastIndex : text.length;
};

const literal = (word: string): number | boolean | null =>
  word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : Number(word);

import {MAX_DEPTH, MAX_MISTAKES} from '../text/limits.ts';
import type {Member, TreeNode} from '../text/tree.ts';
import {readBareWord} from './bare-word.ts';
import {afterRoot, closersAtEnd, wrappedRoot} from './brackets.ts';
import type {Cursor} from './cursor.ts';
import {leftByIndent} from './indent.ts';
import {note} from './note.ts';
import {isQuote, readQuoted} from './quoted-text.ts';
import {skipSpace} from './skip-space.ts';
import type {JsonDialect, Mistake} from './text-edits.ts';

export interface LenientReading {
  readonly root: TreeNode | null;
  readonly mistakes: readonly Mistake[];
}

/** Reads a text that does not parse as it was probably meant, noting each mistake with the edits that mend it. */
export const readLeniently = (text: string, dialect: JsonDialect, byIndent: boolean): LenientReading => {
  const cursor: Cursor = {text, dialect, byIndent, mistakes: [], open: [], at: 0, lastEnd: 0, comma: -1, isCut: false};
  skipSpace(cursor);
  const wrapped = wrappedRoot(cursor);
  if (wrapped === 'not-json') return {root: null, mistakes: cursor.mistakes};
  const root = wrapped === 'members' ? object(cursor, cursor.at, true) : value(cursor);
  if (wrapped === 'members' && cursor.comma !== -1 && !dialect.trailingCommas)
    note(cursor, 'trailing-comma', cursor.comma, 'A comma stands behind the last item.', [
      {offset: cursor.comma, length: 1, text: ''},
    ]);
  if (wrapped === null) {
    closersAtEnd(cursor);
    afterRoot(cursor);
  }
  return {root, mistakes: cursor.mistakes};
};

const value = (cursor: Cursor): TreeNode => {
  skipSpace(cursor);
  if (cursor.open.length > MAX_DEPTH || cursor.mistakes.length > MAX_MISTAKES) cursor.at = cursor.text.length;
  const {text, at: offset} = cursor;
  const first = text[offset];
  cursor.comma = -1;
  if (first === '{') return object(cursor, offset, false);
  if (first === '[') return array(cursor, offset);
  if (first === undefined) {
    cursor.isCut = true;
    return {kind: 'scalar', offset, length: 0, value: null};
  }
  if (first === ',' || first === '}' || first === ']') {
    note(cursor, 'other', offset, 'A value is missing here.', null);
    return {kind: 'scalar', offset, length: 0, value: null};
  }
  const read = isQuote(first) ? readQuoted(text, offset) : readBareWord(text, offset);
  cursor.mistakes.push(...read.mistakes);
  cursor.at = Math.max(read.end, offset + 1);
  if (isQuote(first)) innerQuotes(cursor, offset);
  cursor.lastEnd = cursor.at;
  if (!read.isComplete && cursor.at >= text.trimEnd().length && typeof read.value === 'string') cursor.isCut = true;
  return {kind: 'scalar', offset, length: cursor.at - offset, value: read.value};
};

/** Quotation marks inside a text that were not escaped: "say "hi" now". Seen by what follows the supposed end. */
const innerQuotes = (cursor: Cursor, offset: number): void => {
  const {text, at} = cursor;
  const rest = /^[^\r\n]*/.exec(text.slice(at, at + 2000))?.[0] ?? '';
  if (text[offset] !== '"' || !/^[^\s,\]}:"/]/.test(rest)) return;
  const close = /^(.*)"\s*(?:,|[\]}]+,?)?\s*$/.exec(rest)?.[1];
  if (close === undefined) return;
  const marks = [at - 1, ...[...close.matchAll(/(?<!\\)"/g)].map((found) => at + found.index)];
  const edits = marks.map((mark) => ({offset: mark, length: 0, text: '\\'}));
  note(cursor, 'other', at - 1, 'A quotation mark inside a text is not escaped.', edits);
  cursor.at = at + close.length + 1;
};

const object = (cursor: Cursor, offset: number, isBare: boolean): TreeNode => {
  const members: Member[] = [];
  if (!isBare) {
    cursor.open.push(offset);
    cursor.at += 1;
  }
  cursor.comma = -1;
  for (;;) {
    skipSpace(cursor);
    const state = step(cursor, '}', members.length > 0, isBare);
    if (state === 'end') break;
    if (state === 'again') continue;
    if (members.length > 0 && cursor.comma === -1 && cursor.text[cursor.at] === ':') {
      note(cursor, 'missing-bracket', cursor.lastEnd, 'A brace "{" is missing before this name.', null);
      cursor.at += 1;
      value(cursor);
      continue;
    }
    if (members.length > 0 && cursor.comma === -1) missingComma(cursor);
    const member = readMember(cursor);
    if (member !== null) members.push(member);
  }
  return {kind: 'object', offset, length: cursor.at - offset, members};
};

const array = (cursor: Cursor, offset: number): TreeNode => {
  const items: TreeNode[] = [];
  cursor.open.push(offset);
  cursor.at += 1;
  cursor.comma = -1;
  for (;;) {
    skipSpace(cursor);
    const state = step(cursor, ']', items.length > 0, false);
    if (state === 'end') break;
    if (state === 'again') continue;
    if (cursor.text[cursor.at] === ':' || cursor.text[cursor.at] === '=') {
      note(cursor, 'missing-bracket', cursor.at, 'The list is not closed before the next key.', null);
      cursor.at += 1;
      continue;
    }
    if (items.length > 0 && cursor.comma === -1) missingComma(cursor);
    items.push(value(cursor));
  }
  return {kind: 'array', offset, length: cursor.at - offset, items};
};

const missingComma = (cursor: Cursor): void =>
  note(cursor, 'missing-comma', cursor.lastEnd, 'A comma is missing here.', [
    {offset: cursor.lastEnd, length: 0, text: ','},
  ]);

/** Commas, brackets and the end of the file between two members: the container ends, or goes on, or a member follows. */
const step = (cursor: Cursor, closer: '}' | ']', hasSome: boolean, isBare: boolean): 'end' | 'again' | 'member' => {
  if (cursor.mistakes.length > MAX_MISTAKES) cursor.at = cursor.text.length;
  const {text, at, dialect} = cursor;
  const first = text[at];
  if (first === undefined) return 'end';
  if (first === ',' || first === ';') {
    const isExtra = cursor.comma !== -1 || !hasSome;
    if (isExtra) note(cursor, 'trailing-comma', at, 'A comma too many.', [{offset: at, length: 1, text: ''}]);
    else if (first === ';')
      note(cursor, 'missing-comma', at, 'JSON parts members with commas.', [{offset: at, length: 1, text: ','}]);
    if (!isExtra) cursor.comma = at;
    cursor.at += 1;
    return 'again';
  }
  if (hasSome && leftByIndent(cursor, first)) return 'end';
  if (first !== '}' && first !== ']') return 'member';
  if (first !== closer) {
    const below = cursor.open.slice(0, -1).some((offset) => text[offset] === (first === '}' ? '{' : '['));
    if (!below) {
      note(cursor, 'extra-bracket', at, `"${first}" closes nothing.`, [{offset: at, length: 1, text: ''}]);
      cursor.at += 1;
      return 'again';
    }
    note(cursor, 'missing-bracket', at, `"${closer}" is missing before "${first}".`, [
      {offset: cursor.lastEnd, length: 0, text: closer},
    ]);
    cursor.open.pop();
    return 'end';
  }
  if (isBare) return 'end';
  if (cursor.comma !== -1 && !dialect.trailingCommas)
    note(cursor, 'trailing-comma', cursor.comma, 'A comma stands behind the last item.', [
      {offset: cursor.comma, length: 1, text: ''},
    ]);
  cursor.open.pop();
  cursor.at += 1;
  cursor.lastEnd = cursor.at;
  cursor.comma = -1;
  return 'end';
};

const readMember = (cursor: Cursor): Member | null => {
  const {text} = cursor;
  const keyOffset = cursor.at;
  const first = text[keyOffset] ?? '';
  let key: string;
  if (isQuote(first)) {
    const read = readQuoted(text, keyOffset);
    const open = first === '"' ? /^([\w.@/-]+)\s*:\s*$/.exec(read.value)?.[1] : undefined;
    if (open !== undefined) {
      const end = keyOffset + 1 + open.length;
      note(cursor, 'other', end, 'The closing quotation mark is missing.', [{offset: end, length: 0, text: '"'}]);
      cursor.at = end;
      key = open;
    } else {
      cursor.mistakes.push(...read.mistakes);
      cursor.at = read.end;
      key = read.value;
    }
  } else if (first === '{' || first === '[') {
    note(cursor, 'other', keyOffset, 'A key is missing before this value.', null);
    return {key: '', keyOffset, keyLength: 0, node: value(cursor)};
  } else {
    key = /^[^\s,:={}[\]"']+/.exec(text.slice(keyOffset, keyOffset + 400))?.[0] ?? '';
    const isHalf = text[keyOffset + key.length] === '"';
    cursor.at += Math.max(1, key.length + (isHalf ? 1 : 0));
    if (isHalf)
      note(cursor, 'other', keyOffset, 'The opening quotation mark is missing.', [
        {offset: keyOffset, length: 0, text: '"'},
      ]);
    else
      note(
        cursor,
        key === '' ? 'other' : 'unquoted-key',
        keyOffset,
        'A key stands without quotation marks.',
        key === '' ? null : [{offset: keyOffset, length: key.length, text: JSON.stringify(key)}],
      );
    if (key === '') return null;
  }
  const keyLength = cursor.at - keyOffset;
  const keyEnd = cursor.at;
  skipSpace(cursor);
  const sign = /^(?:=>|:=|=|:)/.exec(text.slice(cursor.at, cursor.at + 2))?.[0];
  if (sign !== undefined) {
    if (sign !== ':')
      note(cursor, 'equals-sign', cursor.at, `JSON writes ":" and not "${sign}".`, [
        {offset: cursor.at, length: sign.length, text: ':'},
      ]);
    cursor.at += sign.length;
  } else if (cursor.at >= text.length) {
    cursor.isCut = true;
    return null;
  } else
    note(cursor, 'missing-colon', keyEnd, 'The colon between key and value is missing.', [
      {offset: keyEnd, length: 0, text: ':'},
    ]);
  return {key, keyOffset, keyLength, node: value(cursor)};
};

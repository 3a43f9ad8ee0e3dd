import type {TextEdit} from '../../model/evidence.ts';
import type {Cursor} from './cursor.ts';
import {note} from './note.ts';
import {skipSpace} from './skip-space.ts';

/** How the root begins: as a value (null), as members without their braces, or as no JSON at all. */
export const wrappedRoot = (cursor: Cursor): 'members' | 'not-json' | null => {
  const {text, at} = cursor;
  const first = text[at];
  if (first === '{' || first === '[') return null;
  if (/^"(?:[^"\\\r\n]|\\.)*"\s*:/.test(text.slice(at, at + 400))) {
    const end = text.trimEnd().length;
    note(cursor, 'missing-bracket', at, 'The braces around the whole are missing.', [
      {offset: at, length: 0, text: '{'},
      {offset: end, length: 0, text: '}'},
    ]);
    return 'members';
  }
  if (first === '}' || first === ']') {
    note(cursor, 'extra-bracket', at, `"${first}" closes nothing.`, [{offset: at, length: 1, text: ''}]);
    cursor.at += 1;
    skipSpace(cursor);
    if (text[cursor.at] === '{' || text[cursor.at] === '[') return null;
  }
  note(cursor, 'not-json', at, 'The file holds something else than JSON.', null);
  return 'not-json';
};

/** Brackets that are still open where the file ends. They are put there only when all values are whole. */
export const closersAtEnd = (cursor: Cursor): void => {
  const {text, open, comma} = cursor;
  if (open.length === 0) return;
  const end = text.trimEnd().length;
  const last = text[cursor.lastEnd - 1];
  const isBracketOnly = !cursor.isCut && comma === -1 && (last === '}' || last === ']');
  const closers = [...open]
    .reverse()
    .map((offset) => (text[offset] === '{' ? '}' : ']'))
    .join('');
  if (cursor.mistakes.at(-1)?.kind === 'truncated') return;
  const edits: TextEdit[] = [];
  if (comma !== -1 && comma >= cursor.lastEnd) edits.push({offset: comma, length: 1, text: ''});
  edits.push({offset: end, length: 0, text: closers});
  const count = open.length === 1 ? 'a bracket is' : `${open.length} brackets are`;
  note(
    cursor,
    isBracketOnly ? 'missing-bracket' : 'truncated',
    end,
    isBracketOnly ? `At the end ${count} missing.` : `The file ends too early: ${count} still open.`,
    cursor.isCut ? null : edits,
  );
};

/** What stands behind the root. */
export const afterRoot = (cursor: Cursor): void => {
  if (cursor.open.length > 0) return;
  skipSpace(cursor);
  const {text, at} = cursor;
  const rest = text.slice(at);
  if (rest === '') return;
  if (/^[}\]\s]+$/.test(rest)) {
    for (const found of rest.matchAll(/[}\]]/g))
      note(cursor, 'extra-bracket', at + found.index, `"${found[0]}" closes nothing.`, [
        {offset: at + found.index, length: 1, text: ''},
      ]);
    return;
  }
  if (/^[;,]\s*$/.test(rest)) {
    note(cursor, 'trailing-comma', at, 'A mark stands behind the end.', [{offset: at, length: 1, text: ''}]);
    return;
  }
  if (/^,?\s*"(?:[^"\\]|\\.)*"\s*:/.test(rest.slice(0, 400))) {
    const closer = text.lastIndexOf('}', at - 1);
    note(
      cursor,
      'extra-bracket',
      closer,
      'The brackets close before the end: one is too many here.',
      earlyClosers(text, closer),
    );
    return;
  }
  if (/^,?\s*[{["]/.test(rest)) note(cursor, 'two-roots', at, 'A second document begins here.', null);
  else note(cursor, 'other', at, 'Something stands behind the end of the document.', null);
};

/** Takes away as many of the brackets in front of the rest as make the whole text balance. */
const earlyClosers = (text: string, closer: number): readonly TextEdit[] | null => {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\' && isText) at += 1;
    else if (character === '"') isText = !isText;
    else if (!isText && (character === '{' || character === '[')) depth += 1;
    else if (!isText && (character === '}' || character === ']')) depth -= 1;
  }
  const run = /[}\s]*$/.exec(text.slice(0, closer + 1))?.[0] ?? '';
  const places = [...run.matchAll(/\}/g)].map((found) => closer + 1 - run.length + found.index).reverse();
  const excess = depth < 0 ? -depth : 0;
  if (excess === 0 || excess > places.length) return null;
  return places.slice(0, excess).map((offset) => ({offset, length: 1, text: ''}));
};

import type {TextEdit} from '../../model/evidence.ts';
import type {Mistake} from './text-edits.ts';

/** A text in quotation marks of some kind, as it was probably meant. */
export interface QuotedText {
  readonly value: string;
  /** Offset behind the closing mark. */
  readonly end: number;
  readonly mistakes: readonly Mistake[];
  /** False where the file ends inside the text. */
  readonly isComplete: boolean;
}

const DOUBLE = '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02';
const SINGLE = "'\u2018\u2019\u201a\u201b\u2032`\u00b4";

export const isQuote = (character: string | undefined): boolean =>
  character !== undefined && (character === '"' || DOUBLE.includes(character) || SINGLE.includes(character));

/** Reads a text that begins with any quotation mark at `start`. */
export const readQuoted = (text: string, start: number): QuotedText =>
  text[start] === '"' ? readStraight(text, start) : readOther(text, start);

const readOther = (text: string, start: number): QuotedText => {
  const mark = text[start] ?? '';
  const closers = SINGLE.includes(mark) ? SINGLE : `${DOUBLE}"`;
  let content = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\\' && closers.includes(text[at + 1] ?? '\n')) {
      content += text[at + 1];
      at += 1;
    } else if (character === '\n' || character === '\r') break;
    else if (closers.includes(character)) {
      const length = at + 1 - start;
      const edits: readonly TextEdit[] = [{offset: start, length, text: JSON.stringify(unescaped(content))}];
      const mistake: Mistake =
        mark === "'"
          ? {kind: 'single-quotes', offset: start, message: 'Single quotation marks are no part of JSON.', edits}
          : {
              kind: 'typographic-quotes',
              offset: start,
              message: 'Typographic quotation marks are no part of JSON.',
              edits,
            };
      return {value: unescaped(content), end: at + 1, mistakes: [mistake], isComplete: true};
    } else content += character;
  }
  const end = start + 1 + content.length;
  const mistake: Mistake = {
    kind: mark === "'" ? 'single-quotes' : 'typographic-quotes',
    offset: start,
    message: 'The quotation mark is not closed.',
    edits: null,
  };
  return {value: content, end, mistakes: [mistake], isComplete: end < text.length};
};

/** Escapes as JSON and JavaScript know them; what is no escape stays as it stands. */
const unescaped = (content: string): string => {
  try {
    return String(JSON.parse(`"${content.replaceAll('"', '\\"')}"`));
  } catch {
    return content;
  }
};

const readStraight = (text: string, start: number): QuotedText => {
  const single: number[] = [];
  const bad: number[] = [];
  const control: number[] = [];
  let end = -1;
  let curly = -1;
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '"') {
      end = at;
      break;
    }
    if (character === '\n' || character === '\r') break;
    if (character === '\\') {
      const next = text[at + 1] ?? '';
      if (next === '"' && isPath(text, start) && /^"\s*(?:[,\]}]|\r?\n)/.test(text.slice(at + 1, at + 40))) {
        single.push(at);
        bad.push(at);
        continue;
      }
      if (next !== '\\') single.push(at);
      if (!/["\\/bfnrtu]/.test(next) || (next === 'u' && !/^[\da-f]{4}/i.test(text.slice(at + 2, at + 6))))
        bad.push(at);
      if (next !== '\n' && next !== '\r') at += 1;
    } else if (character < ' ') control.push(at);
    else if (curly === -1 && DOUBLE.includes(character) && /^\s*(?:[:,\]}]|$)/m.test(lineFrom(text, at + 1)))
      curly = at;
  }
  if (curly !== -1 && (end === -1 || /[:,]/.test(text.slice(curly + 1, end)))) return mixedQuotes(text, start, curly);
  if (end === -1) return unclosed(text, start, at);
  const mistakes: Mistake[] = [];
  if (bad.length > 0) {
    const places = isPath(text, start) ? single : bad;
    mistakes.push({
      kind: 'backslash',
      offset: bad[0] ?? start,
      message: 'A backslash stands alone; JSON writes it twice.',
      edits: places.map((offset) => ({offset, length: 0, text: '\\'})),
    });
  }
  if (control.length > 0) {
    mistakes.push({
      kind: 'control-character',
      offset: control[0] ?? start,
      message: 'A control character stands inside a text.',
      edits: control.map((offset) => ({offset, length: 1, text: escapeOf(text[offset] ?? '')})),
    });
  }
  return {value: decoded(text.slice(start + 1, end)), end: end + 1, mistakes, isComplete: true};
};

const isPath = (text: string, start: number): boolean =>
  /^"(?:[A-Za-z]:\\|\\\\?\w|\.{1,2}\\|%\w+%\\)/.test(text.slice(start, start + 40));

const lineFrom = (text: string, at: number): string => /^[^\r\n]{0,200}/.exec(text.slice(at, at + 200))?.[0] ?? '';

const escapeOf = (character: string): string => JSON.stringify(character).slice(1, -1);

const decoded = (content: string): string => {
  try {
    return String(JSON.parse(`"${content}"`));
  } catch {
    return content;
  }
};

/** Begun with a straight mark, ended with a typographic one. */
const mixedQuotes = (text: string, start: number, end: number): QuotedText => ({
  value: text.slice(start + 1, end),
  end: end + 1,
  isComplete: true,
  mistakes: [
    {
      kind: 'typographic-quotes',
      offset: end,
      message: 'The text ends with a typographic quotation mark.',
      edits: [{offset: end, length: 1, text: '"'}],
    },
  ],
});

/** No closing mark on this line: either the mark was forgotten, or the text runs over the line's end. */
const unclosed = (text: string, start: number, lineEnd: number): QuotedText => {
  const line = text.slice(start + 1, lineEnd);
  const content = line.replace(/[\s,\]}]+$/, '');
  const end = start + 1 + content.length;
  if (lineEnd >= text.length)
    return {
      value: content,
      end: text.length,
      isComplete: false,
      mistakes: [{kind: 'truncated', offset: text.length, message: 'The file ends inside a text.', edits: null}],
    };
  const following = /^\s*([^\r\n]*)/.exec(text.slice(lineEnd, lineEnd + 400))?.[1] ?? '';
  if (/^(?:["'\u201c][^"]*["'\u201d]?\s*:|[}\]]|"[^"]*"\s*[,\]]|$)/.test(following))
    return {
      value: content,
      end,
      isComplete: true,
      mistakes: [
        {
          kind: 'other',
          offset: end,
          message: 'The closing quotation mark is missing.',
          edits: [{offset: end, length: 0, text: '"'}],
        },
      ],
    };
  return overLineEnd(text, start, lineEnd);
};

/** A value that was pasted with its line end. Words are kept apart, a token is joined. */
const overLineEnd = (text: string, start: number, lineEnd: number): QuotedText => {
  const close = text.indexOf('"', lineEnd);
  const inner = text.slice(start + 1, close === -1 ? text.length : close);
  const message = 'A text runs over the end of its line.';
  if (close === -1 || inner.length > 20_000)
    return {
      value: inner.slice(0, 200),
      end: close === -1 ? text.length : close + 1,
      isComplete: close !== -1,
      mistakes: [{kind: 'control-character', offset: lineEnd, message, edits: null}],
    };
  const isToken = !/\S\s+\S/.test(inner.replace(/^\w+ /, '').replaceAll(/\s*[\r\n]+\s*/g, ''));
  const edits = [...inner.matchAll(/\s*[\r\n]+\s*/g)].map(
    (found): TextEdit => ({offset: start + 1 + found.index, length: found[0].length, text: isToken ? '' : '\\n'}),
  );
  return {
    value: inner.replaceAll(/\s*[\r\n]+\s*/g, isToken ? '' : '\n'),
    end: close + 1,
    isComplete: true,
    mistakes: [{kind: 'control-character', offset: lineEnd, message, edits}],
  };
};

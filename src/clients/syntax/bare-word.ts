import type {Json} from '../../model/json.ts';
import type {Scalar} from '../text/tree.ts';
import type {Mistake} from './text-edits.ts';

export interface BareWord {
  readonly value: Scalar;
  readonly end: number;
  readonly mistakes: readonly Mistake[];
  readonly isComplete: boolean;
}

/** Words of other languages and what JSON writes for them. */
const FOREIGN: Readonly<Record<string, Json>> = {
  True: true,
  False: false,
  None: null,
  TRUE: true,
  FALSE: false,
  NULL: null,
  Null: null,
  nil: null,
  undefined: null,
};

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A value without quotation marks: a number, a JSON word, a word of another language, or a text whose marks were forgotten. */
export const readBareWord = (text: string, start: number): BareWord => {
  const raw = /^(?:[^\s,\]}{["'#/:]|\/(?![/*])|:(?=[/\\])|(?<=:)\/\/|[ \t](?=[^\s,\]}{["':#/]))+/.exec(
    text.slice(start, start + 4000),
  )?.[0];
  const word = (raw ?? text[start] ?? '').trimEnd();
  const end = start + word.length;
  const done = (value: Scalar, mistake?: Mistake): BareWord => ({
    value,
    end,
    mistakes: mistake === undefined ? [] : [mistake],
    isComplete: /\S/.test(text.slice(end, end + 4000)),
  });
  if (NUMBER.test(word)) return done(Number(word));
  if (word === 'true' || word === 'false') return done(word === 'true');
  if (word === 'null') return done(null);
  const edit = (replacement: string): Mistake['edits'] => [{offset: start, length: word.length, text: replacement}];
  if (Object.hasOwn(FOREIGN, word)) {
    const meant = FOREIGN[word] === true || FOREIGN[word] === false ? FOREIGN[word] : null;
    const message = `"${word}" is no word of JSON.`;
    return done(meant, {kind: 'python-literal', offset: start, message, edits: edit(JSON.stringify(meant))});
  }
  if (text[end] === '"' && /^"\s*(?:[,\]}\r\n:]|$)/.test(text.slice(end, end + 50))) {
    const message = 'The opening quotation mark is missing.';
    const mistake: Mistake = {
      kind: 'other',
      offset: start,
      message,
      edits: [{offset: start, length: 0, text: '"'}],
    };
    return {...done(word, mistake), end: end + 1};
  }
  if (/^[+.\d-]/.test(word) && /^[+\-.\dxXeE_a-fA-F]+$/.test(word)) {
    const message = 'The number is not written as JSON writes numbers.';
    return done(word, {kind: 'unquoted-value', offset: start, message, edits: null});
  }
  const message = 'A text stands without quotation marks.';
  const isSure = /^[\w@./\\:~ +-]+$/.test(word) && !/^\.{2,}$/.test(word);
  return done(word, {
    kind: 'unquoted-value',
    offset: start,
    message,
    edits: isSure ? edit(JSON.stringify(word)) : null,
  });
};

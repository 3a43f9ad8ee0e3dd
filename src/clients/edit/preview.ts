import type {Change, ChangePreview} from '../../model/change.ts';
import {type Json, type KeyPath, valueAt} from '../../model/json.ts';
import {printableLine} from '../../model/printable.ts';
import {createRedactor, type Redactor} from '../../model/redact.ts';
import type {Language} from './language.ts';
import {lineDiff} from './line-diff.ts';
import {secretValues} from './secret-values.ts';

const dataOf = (language: Language, text: string): Json | undefined => {
  const parsed = language.parse(text);
  return 'value' in parsed ? parsed.value : undefined;
};

/** What a person sees of a change: no secret, no control character. `secret` is a value that was just given. */
export const previewOf = (
  language: Language,
  change: Change,
  texts: {readonly before: string; readonly after: string},
  secret: string | undefined,
): ChangePreview => {
  const before = dataOf(language, texts.before);
  const after = dataOf(language, texts.after);
  const given = secret === undefined ? [] : [secret];
  const redactor = createRedactor([...given, ...secretValues(before), ...secretValues(after)]);
  const {lines, line} = lineDiff(texts.before, texts.after);
  const old = shown(redactor, before, change.path);
  const next = shown(redactor, after, pathAfter(change));
  return {
    file: change.file,
    line,
    diff: lines.map((text) => printableLine(redactor.text(text))),
    ...(old === undefined ? {} : {before: old}),
    ...(next === undefined ? {} : {after: next}),
  };
};

const pathAfter = ({path, edit}: Change): KeyPath => {
  if (edit.kind === 'rename') return [...path.slice(0, -1), edit.to];
  return edit.kind === 'move' ? edit.to : path;
};

/** The value under its key's name, so that a field's name can say that it is secret. A whole document is not shown. */
const shown = (redactor: Redactor, root: Json | undefined, path: KeyPath): Json | undefined => {
  const key = path.at(-1);
  const value = key === undefined ? undefined : valueAt(root, path);
  if (value === undefined) return undefined;
  const masked = redactor.json({[String(key)]: value});
  return valueAt(masked, [String(key)]);
};

import type {Change} from '../../model/change.ts';
import type {TextEdit} from '../../model/evidence/file.ts';
import {type Json, type KeyPath, valueAt} from '../../model/json.ts';
import {applyEdit, type ValueEdit} from './apply-edit.ts';
import {type Language, spliced} from './language.ts';
import {isSame, type Operation, operationsBetween} from './operation.ts';

export type Recomposed = {readonly text: string} | {readonly refused: string};

/**
 * A document's text after a value edit: only the bytes of what changes are touched. The result is parsed again and must
 * mean exactly the edited data, else nothing is answered but a refusal.
 */
export const recompose = (
  language: Language,
  text: string,
  change: Pick<Change, 'path'>,
  edit: ValueEdit,
): Recomposed => {
  const before = language.parse(text);
  if ('trouble' in before)
    return {refused: `The file does not parse (${before.trouble}), so no value in it is changed`};
  const edited = applyEdit(before.value, change.path, edit);
  if ('refused' in edited) return edited;
  const {value} = before;
  if (isSame(value, edited.value) && edit.kind !== 'rename') return {refused: 'The file says so already'};
  const operations = value === undefined ? [] : operationsFor(value, edited.value, change.path, edit);
  return value === undefined
    ? checked(language, `${text.trim()}${language.render(edited.value)}`, edited.value)
    : perform(language, text, operations, edited.value);
};

/** Performs operations one after the other, and accepts the result only when it means `goal`. */
export const perform = (language: Language, text: string, operations: readonly Operation[], goal: Json): Recomposed => {
  let now = text;
  for (const operation of operations) {
    const place: KeyPath = operation.kind === 'wrap' ? [] : operation.path;
    const twice = language.duplicateOn(now, operation.kind === 'add' ? [...place, operation.key] : place);
    if (twice !== null)
      return {refused: `The key "${twice}" stands twice on the way there, and programs read that differently`};
    const edits: readonly TextEdit[] | null = language.splice(now, operation);
    if (edits === null) return {refused: 'The file is laid out in a way that is not safe to change by program'};
    now = spliced(now, edits);
  }
  return checked(language, now, goal);
};

const checked = (language: Language, text: string, goal: Json): Recomposed => {
  const after = language.parse(text);
  return 'value' in after && isSame(after.value, goal)
    ? {text}
    : {refused: 'The changed file would not read back as meant, so it is left as it is'};
};

const operationsFor = (before: Json, after: Json, path: KeyPath, edit: ValueEdit): readonly Operation[] => {
  if (edit.kind !== 'move') return operationsBetween(before, after);
  if (path.length === 0) return [{kind: 'wrap', keys: edit.to}];
  const key = edit.to.at(-1);
  const parent = edit.to.slice(0, -1);
  const old = valueAt(before, path);
  const isNested = path.every((part, i) => edit.to[i] === part) || edit.to.every((part, i) => path[i] === part);
  const isFree = valueAt(before, edit.to) === undefined && valueAt(before, parent) !== undefined;
  const isSibling = path.length === edit.to.length && path.slice(0, -1).every((part, i) => edit.to[i] === part);
  if (isNested || !isFree || isSibling || typeof key !== 'string' || old === undefined)
    return operationsBetween(before, after);
  return [
    {kind: 'add', path: parent, key, value: old, rawFrom: path},
    {kind: 'drop', path},
  ];
};

import {isRecord, type Json, type KeyPath, valueAt} from '../../model/json.ts';
import type {Language} from './language.ts';
import {type Recomposed, recompose} from './recompose.ts';

/** A value that the client asks the person for: '${input:notes-token}'. */
const INPUT = /^\$\{input:([\w.-]+)\}$/;

/**
 * The text with the question that a `${input:…}` needs, beside the table `servers` (VS Code, Visual Studio): without it
 * the reference means nothing. As it is for every other value, and where the question is there already.
 */
export const withInput = (language: Language, text: string, path: KeyPath, given: string): Recomposed => {
  const id = INPUT.exec(given.trim())?.[1];
  const table = path.indexOf('servers');
  if (id === undefined || table < 0) return {text};
  const parsed = language.parse(text);
  const at = [...path.slice(0, table), 'inputs'];
  const inputs = 'value' in parsed ? valueAt(parsed.value, at) : undefined;
  const question: Json = {
    type: 'promptString',
    id,
    description: `Secret of ${String(path[table + 1] ?? id)}`,
    password: true,
  };
  if (inputs === undefined) return recompose(language, text, {path: at}, {kind: 'set', value: [question]});
  if (!Array.isArray(inputs)) return {refused: '"inputs" is no list there'};
  if (inputs.some((one) => isRecord(one) && one['id'] === id)) return {text};
  return recompose(language, text, {path: at}, {kind: 'insert', index: inputs.length, value: question});
};

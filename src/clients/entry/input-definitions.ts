import {isRecord, type KeyPath} from '../../model/json.ts';
import {printableLine} from '../../model/printable.ts';
import type {ReadFile} from '../read-file.ts';
import {nodeAt, offsetOf, plainValue} from '../text/tree.ts';
import type {Input} from './input.ts';

/**
 * What each type of question must say. Source: VS Code, src/vs/workbench/services/configurationResolver, which refuses to
 * replace an input that lacks one of them.
 */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  promptString: ['description'],
  pickString: ['description', 'options'],
  command: ['command'],
};

/** The questions of a file. They stand beside the table of servers. */
export const inputsIn = ({file, document: {root}, lines, path}: ReadFile): readonly Input[] => {
  if (root === null) return [];
  const beside = file.tables.map((table) => [...table.slice(0, -1), 'inputs']);
  return beside.flatMap((at) => {
    const node = nodeAt(root, at);
    const list = node === null ? [] : plainValue(node);
    if (!Array.isArray(list)) return [];
    return list.flatMap((input, index): readonly Input[] => {
      if (!isRecord(input) || typeof input['id'] !== 'string') return [];
      const here: KeyPath = [...at, index];
      const {type} = input;
      const lacks = NEEDED[typeof type === 'string' ? type : '']?.find((key) => isMissing(key, input[key])) ?? null;
      const shown = typeof type === 'string' ? printableLine(type).slice(0, 60) : null;
      const place = {file: path, ...lines.at(offsetOf(root, here) ?? 0)};
      return [{id: input['id'], definition: {at: here, place, type: shown, lacks}}];
    });
  });
};

const isMissing = (key: string, value: unknown): boolean =>
  key === 'options' ? !Array.isArray(value) : typeof value !== 'string';

import type {InputsTrouble} from '../../model/evidence.ts';
import {isRecord, type Json, type KeyPath} from '../../model/json.ts';
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

/** They stand beside the table of servers. */
const placesOf = ({file}: ReadFile): readonly KeyPath[] =>
  file.tables.map((table) => [...table.slice(0, -1), 'inputs']);

/** The questions of a file. */
export const inputsIn = (read: ReadFile): readonly Input[] => {
  const {document, lines, path} = read;
  const {root} = document;
  if (root === null) return [];
  return placesOf(read).flatMap((at) => {
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

/** What stands where the list of questions belongs, and is no list; null where one is there, or nothing. */
export const inputsTroubleIn = (read: ReadFile): InputsTrouble | null => {
  const {document, lines, path} = read;
  const {root} = document;
  if (root === null) return null;
  for (const at of placesOf(read)) {
    const node = nodeAt(root, at);
    const value = node === null ? null : plainValue(node);
    if (value === null || Array.isArray(value)) continue;
    return {at, place: {file: path, ...lines.at(offsetOf(root, at) ?? 0)}, shape: shapeOf(value)};
  }
  return null;
};

const shapeOf = (value: Json): InputsTrouble['shape'] => {
  if (!isRecord(value)) return 'other';
  if (typeof value['id'] === 'string') return 'one';
  const items = Object.values(value);
  return items.length > 0 && items.every(isRecord) ? 'map' : 'other';
};

const isMissing = (key: string, value: unknown): boolean =>
  key === 'options' ? !Array.isArray(value) : typeof value !== 'string';

import {isRecord} from '../model/json.ts';
import {STEPS} from '../model/step.ts';
import type {ServerSnapshot, Snapshot} from './snapshot.ts';

/** Reads a snapshot's text; null where it is none, or of a newer form. Total. */
export const readSnapshot = (text: string): Snapshot | null => {
  const value = parsed(text);
  return isSnapshot(value) ? value : null;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined; // What is no JSON is no snapshot.
  }
};

const isSnapshot = (value: unknown): value is Snapshot =>
  isRecord(value) &&
  value['kind'] === 'mcp-fix-snapshot' &&
  value['schemaVersion'] === 1 &&
  typeof value['at'] === 'string' &&
  hasTexts(value['machine'], ['platform', 'arch', 'node']) &&
  isTexts(value['path']) &&
  isRecord(value['environment']) &&
  Object.values(value['environment']).every((state) => typeof state === 'string') &&
  isTags(value['tags']) &&
  Array.isArray(value['clients']) &&
  Array.isArray(value['servers']) &&
  value['servers'].every(isServer);

/** Snapshots without a key have none. */
const isTags = (value: unknown): boolean =>
  value === undefined || (hasTexts(value, ['key']) && isRecord(value) && hasOnlyTexts(value['environment']));

const hasOnlyTexts = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every((item) => typeof item === 'string');

const isServer = (value: unknown): value is ServerSnapshot =>
  hasTexts(value, ['name', 'client', 'scope', 'file', 'transport', 'standing', 'status']) &&
  isRecord(value) &&
  typeof value['approved'] === 'boolean' &&
  isRecord(value['values']) &&
  Object.values(value['values']).every((words) => typeof words === 'string') &&
  (value['tags'] === undefined || hasOnlyTexts(value['tags'])) &&
  isTexts(value['variables']) &&
  isTexts(value['steps']) &&
  (value['command'] === null || hasTexts(value['command'], ['source', 'cwd'])) &&
  (value['protocol'] === null || hasTexts(value['protocol'], ['version', 'era'])) &&
  (value['tools'] === null ||
    (hasTexts(value['tools'], ['hash']) && isRecord(value['tools']) && isTexts(value['tools']['names']))) &&
  (value['failure'] === null ||
    (hasTexts(value['failure'], ['id', 'step', 'cause']) &&
      isRecord(value['failure']) &&
      STEPS.some((step) => isRecord(value['failure']) && step === value['failure']['step'])));

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');

const hasTexts = (value: unknown, names: readonly string[]): boolean =>
  isRecord(value) && names.every((name) => typeof value[name] === 'string');

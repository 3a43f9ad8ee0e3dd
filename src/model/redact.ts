import {isRecord, type Json} from './json.ts';

/** Replaces what must never be shown. Total: a text that it cannot process becomes a single tag. */
export interface Redactor {
  readonly text: (text: string) => string;
  readonly json: (value: Json) => Json;
  /** A redactor that knows further values. */
  readonly with: (secrets: readonly string[]) => Redactor;
}

/**
 * A redactor that knows `secrets` by value (in every usual encoding) and secrets by shape.
 * @param secrets values of the configuration and the environment; short or harmless ones are ignored
 */
export const createRedactor = (secrets: readonly string[] = []): Redactor => {
  const known = [...new Set(secrets.filter((secret) => secret.length >= 6))].sort((a, b) => b.length - a.length);
  const text = (input: string): string => known.reduce((out, secret) => out.replaceAll(secret, '[secret]'), input);
  const json = (value: Json): Json => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(json);
    if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, json(item)]));
    return value;
  };
  return {text, json, with: (more) => createRedactor([...known, ...more])};
};

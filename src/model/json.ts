/** A JSON value, as a configuration file or a server can hold it. */
export type Json = null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json};

/** Keys from the root of a document to one value. Never a dotted string: server names contain dots and slashes. */
export type KeyPath = readonly (string | number)[];

/** True for a JSON object (not an array, not null). */
export const isRecord = (value: unknown): value is {readonly [key: string]: Json} =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at `path`, or undefined where there is none. */
export const valueAt = (root: Json | undefined, path: KeyPath): Json | undefined =>
  path.reduce<Json | undefined>((at, key) => {
    if (Array.isArray(at) && typeof key === 'number') return at[key];
    if (isRecord(at) && typeof key === 'string' && Object.hasOwn(at, key)) return at[key];
    return undefined;
  }, root);

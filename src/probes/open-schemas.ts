import {isRecord, type Json} from '../model/json.ts';

/** A place of a schema that leaves open what stands there. */
export interface OpenPlace {
  readonly kind: 'value-without-type' | 'array-without-items';
  /** The names of the properties on the way, joined by dots; '[]' is the item of an array. */
  readonly path: string;
}

const MAX_DEPTH = 60;
const MOST = 20;
/** Each of these says what a value is, beside "type". */
const SAYS = ['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const', 'not', 'if'];

/**
 * Properties without a type and arrays without "items". JSON Schema allows both ("anything"), but some clients and
 * models refuse a tool for it (VS Code and OpenAI: "array type must have items"; Gemini: "missing types").
 */
export const openPlaces = (schema: Json): readonly OpenPlace[] => {
  const found: OpenPlace[] = [];
  look(schema, '', 0, found);
  return found;
};

const look = (at: Json, path: string, depth: number, found: OpenPlace[]): void => {
  if (!isRecord(at) || depth > MAX_DEPTH || found.length >= MOST) return;
  const {type, items, properties} = at;
  const isArray = type === 'array' || (Array.isArray(type) && type.includes('array'));
  if (isArray && items === undefined && at['prefixItems'] === undefined)
    found.push({kind: 'array-without-items', path});
  if (path !== '' && SAYS.every((word) => at[word] === undefined) && properties === undefined) {
    found.push({kind: 'value-without-type', path});
  }
  if (isRecord(properties)) {
    for (const [name, value] of Object.entries(properties)) look(value, join(path, name), depth + 1, found);
  }
  if (items !== undefined) look(items, `${path}[]`, depth + 1, found);
  for (const word of ['anyOf', 'oneOf', 'allOf']) {
    const choices = at[word];
    for (const choice of Array.isArray(choices) ? choices : []) look(choice, path, depth + 1, found);
  }
};

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

import type {SchemaTrouble} from '../model/evidence.ts';
import {isRecord, type Json} from '../model/json.ts';
import {printableLine} from '../model/printable.ts';
import {openPlaces} from './open-schemas.ts';

type Kind = SchemaTrouble['kind'];
type Note = (kind: Kind, detail: string) => void;

const MOST = 200;
const MAX_DEPTH = 60;
/** The name limit of the model APIs that clients hand tools to; with the client's own prefix counted. */
const MAX_NAME = 64;
const NAME = /^[a-zA-Z0-9_-]+$/;
/** Anthropic's Messages API refuses property keys outside this. */
const PROPERTY = /^[a-zA-Z0-9_.-]{1,64}$/;

/**
 * What is unusual in a list of tools, as seen by clients and model APIs; not yet a judgement.
 * @param options.prefix what the client puts in front of each name, with the server's name filled in
 */
export const schemaTroubles = (
  tools: readonly Json[],
  options: {readonly prefix: string},
): readonly SchemaTrouble[] => {
  const troubles: SchemaTrouble[] = [];
  const seen = new Map<string, number>();
  tools.forEach((tool, index) => {
    const name = isRecord(tool) && typeof tool['name'] === 'string' ? tool['name'] : '';
    const note: Note = (kind, detail) => {
      if (troubles.length >= MOST) return;
      troubles.push({tool: show(name), index, kind, detail: show(detail)});
    };
    if (!isRecord(tool)) {
      note('no-name', `a ${typeof tool} stands in place of a tool`);
      return;
    }
    lookAtName(name, options.prefix, seen.get(name), note);
    seen.set(name, index);
    if (typeof tool['description'] !== 'string' || tool['description'].trim() === '')
      note('no-description', show(name));
    lookAtFields(tool, note);
    lookAtSchema(tool['inputSchema'], note, otherKey(tool));
    if (tool['outputSchema'] !== undefined && tool['outputSchema'] !== null) lookAtOutput(tool['outputSchema'], note);
  });
  return troubles;
};

const show = (text: string): string => printableLine(text).slice(0, 200);

const lookAtName = (name: string, prefix: string, earlier: number | undefined, note: Note): void => {
  if (name === '') {
    note('no-name', 'name');
    return;
  }
  if (!NAME.test(name)) note('bad-name', name);
  const whole = prefix + name;
  if (whole.length > MAX_NAME) note('long-name', `${whole} (${whole.length} characters)`);
  if (earlier !== undefined) note('duplicate-name', name);
};

/** Fields that may be left out; each must have this form where it stands (schema of the protocol, type Tool). */
const FORMS: readonly (readonly [string, 'text' | 'object' | 'list'])[] = [
  ['title', 'text'],
  ['description', 'text'],
  ['annotations', 'object'],
  ['_meta', 'object'],
  ['icons', 'list'],
];

const formOf = (value: Json): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'list'
      : isRecord(value)
        ? 'object'
        : typeof value === 'string'
          ? 'text'
          : typeof value;

const lookAtFields = (tool: {readonly [key: string]: Json}, note: Note): void => {
  for (const [key, form] of FORMS) {
    const value = tool[key];
    if (value !== undefined && formOf(value) !== form)
      note('wrong-field', `${key} is ${formOf(value)} instead of ${form}`);
  }
  if (tool['outputSchema'] === null) note('wrong-field', 'outputSchema is null instead of object');
};

/** Where the schema stands instead: another spelling, or the shape that model interfaces have for functions. */
const otherKey = (tool: {readonly [key: string]: Json}): string =>
  ['input_schema', 'inputschema', 'parameters', 'schema', 'function'].find((key) => tool[key] !== undefined) ?? '';

const lookAtSchema = (schema: Json | undefined, note: Note, elsewhere: string): void => {
  if (schema === undefined || schema === null) {
    note('no-schema', elsewhere === '' ? 'inputSchema' : `the tool has "${elsewhere}" instead of inputSchema`);
    return;
  }
  if (!isRecord(schema)) {
    note('not-json-schema', JSON.stringify(schema).slice(0, 80));
    return;
  }
  const {type} = schema;
  if (type === undefined) note('no-type', Object.keys(schema).join(', '));
  else if (type !== 'object') note('type-not-object', JSON.stringify(type).slice(0, 80));
  for (const word of ['anyOf', 'oneOf', 'allOf']) if (word in schema) note('top-level-combinator', word);
  const {properties} = schema;
  if (properties !== undefined && !isRecord(properties))
    note('not-json-schema', `properties is ${formOf(properties)} instead of object`);
  if (schema['required'] !== undefined && !isTexts(schema['required']))
    note('wrong-field', `inputSchema.required is ${formOf(schema['required'])} instead of a list of names`);
  if (isRecord(properties)) {
    for (const key of Object.keys(properties)) if (!PROPERTY.test(key)) note('bad-property-name', key);
    const {required} = schema;
    for (const key of Array.isArray(required) ? required : []) {
      if (typeof key === 'string' && !Object.hasOwn(properties, key)) note('required-unknown', key);
    }
  }
  walk(schema, schema, 0, note, new Set());
  for (const {kind, path} of openPlaces(schema)) note(kind, path);
};

const isTexts = (value: Json): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** The protocol asks for an object there too; a client with the SDK refuses the whole list otherwise. */
const lookAtOutput = (schema: Json, note: Note): void => {
  if (!isRecord(schema)) note('not-json-schema', 'outputSchema is no object');
  else if (schema['type'] !== 'object') {
    note('type-not-object', `outputSchema: ${JSON.stringify(schema['type'] ?? null).slice(0, 80)}`);
  }
};

const walk = (root: {readonly [key: string]: Json}, at: Json, depth: number, note: Note, told: Set<string>): void => {
  if (depth > MAX_DEPTH) {
    if (!told.has('')) note('too-deep', `deeper than ${MAX_DEPTH} levels`);
    told.add('');
    return;
  }
  if (Array.isArray(at)) {
    for (const item of at) walk(root, item, depth + 1, note, told);
    return;
  }
  if (!isRecord(at)) return;
  const ref = at['$ref'];
  if (typeof ref === 'string' && !told.has(ref)) {
    told.add(ref);
    if (/^[a-z][a-z0-9+.-]*:/i.test(ref)) note('remote-ref', ref);
    else if (ref.startsWith('#') ? !resolves(root, ref) : !isNamed(root, ref)) note('dangling-ref', ref);
  }
  for (const [key, value] of Object.entries(at)) {
    // Data, not schema: words in there mean nothing.
    if (key !== 'enum' && key !== 'const' && key !== 'default' && key !== 'examples')
      walk(root, value, depth + 1, note, told);
  }
};

/** JSON pointers of RFC 6901, percent-decoded; an anchor ('#name') resolves where some schema names it. */
const resolves = (root: {readonly [key: string]: Json}, ref: string): boolean => {
  const pointer = decode(ref.slice(1));
  if (pointer === '') return true;
  if (!pointer.startsWith('/')) return JSON.stringify(root).includes(`"$anchor":${JSON.stringify(pointer)}`);
  let at: Json | undefined = root;
  for (const part of pointer.slice(1).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(at)) at = at[Number(key)];
    else at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
    if (at === undefined) return false;
  }
  return true;
};

const isNamed = (root: {readonly [key: string]: Json}, ref: string): boolean =>
  JSON.stringify(root).includes(`"$id":${JSON.stringify(ref.split('#')[0] ?? ref)}`);

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

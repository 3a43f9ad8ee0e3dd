import {isRecord, type Json} from '../../model/json.ts';
import type {ClientRules, Launch, Transport} from '../../model/server.ts';
import type {Reading} from '../client.ts';
import {type ExpansionContext, expand} from './expand.ts';

export interface Understood {
  readonly transport: Transport;
  /** Null where the client could start or call nothing. */
  readonly launch: Launch | null;
  /** The key that stands in the way, when launch is null. */
  readonly trouble: string | null;
  /** Values that came from the environment through a reference. */
  readonly expandedValues: readonly string[];
}

type Fields = Readonly<Record<string, Json>>;

export interface EntryContext extends ExpansionContext {
  readonly reading: Reading;
}

/** What the client would do with an entry: its transport, and what it would start or call after its own expansion. */
export const launchOf = (raw: Json, context: EntryContext): Understood => {
  if (!isRecord(raw)) return {transport: 'unknown', launch: null, trouble: 'entry', expandedValues: []};
  const {rules, reading, host} = context;
  const fields = reading.reshape?.(raw, host) ?? raw;
  const values: string[] = [];
  const text = (value: string, field: string): string => {
    const expanded = expand(value, field, context);
    values.push(...expanded.values);
    return expanded.text;
  };
  const {transport, urlKey} = transportOf(fields, rules, reading);
  const done = (launch: Launch | null, trouble: string | null): Understood => ({
    transport,
    launch,
    trouble,
    expandedValues: values,
  });
  if (transport === 'unknown') return done(null, troubleOf(fields, rules));
  const foreign = reading.onlyFor[transport === 'stdio' ? 'remote' : 'stdio'].find((key) => Object.hasOwn(raw, key));
  if (foreign !== undefined) return done(null, foreign);
  if (transport === 'stdio') return done(...stdio(fields, rules, reading, text));
  if (!rules.remote || urlKey === null) return done(null, rules.fields.url[0] ?? 'url');
  const headers = textsOf(fields[rules.fields.headers ?? ''], 'headers', reading, text);
  if (headers === null) return done(null, rules.fields.headers);
  const helper = fields['headersHelper'];
  const url = text(String(fields[urlKey]), 'url');
  return done(
    {
      kind: 'remote',
      transport,
      url,
      headers,
      headersHelper: rules.knownFields.includes('headersHelper') && typeof helper === 'string' ? helper : null,
    },
    null,
  );
};

const stdio = (
  fields: Fields,
  rules: ClientRules,
  reading: Reading,
  text: (value: string, field: string) => string,
): [Launch | null, string | null] => {
  const command = fields[rules.fields.command];
  const argsKey = rules.fields.args;
  const rest = argsKey === null ? undefined : fields[argsKey];
  const words = rules.commandIsArray
    ? command
    : typeof command === 'string'
      ? [command, ...(listOf(rest, reading) ?? [])]
      : null;
  if (!Array.isArray(words) || words.length === 0 || !words.every((word) => typeof word === 'string'))
    return [null, rules.fields.command];
  if (!rules.commandIsArray && listOf(rest, reading) === null) return [null, argsKey];
  const env = textsOf(fields[rules.fields.env ?? ''], 'env', reading, text);
  if (env === null) return [null, rules.fields.env];
  const [program = '', ...args] = words.map((word, index) => text(String(word), index === 0 ? 'command' : 'args'));
  if (program === '') return [null, rules.fields.command];
  const cwd = rules.fields.cwd === null ? undefined : fields[rules.fields.cwd];
  const folder = typeof cwd === 'string' && cwd !== '' ? text(cwd, 'cwd') : null;
  return [{kind: 'stdio', command: program, args, env, cwd: folder}, null];
};

/** The transport that the client sees, and the key of the URL it would use. */
const transportOf = (
  fields: Fields,
  rules: ClientRules,
  reading: Reading,
): {readonly transport: Transport; readonly urlKey: string | null} => {
  const urlKey = rules.fields.url.find((key) => typeof fields[key] === 'string' && fields[key] !== '') ?? null;
  const command = fields[rules.fields.command];
  const hasCommand = command !== undefined && command !== null && command !== '';
  const word = rules.fields.type === null ? undefined : fields[rules.fields.type];
  if (word !== undefined && word !== null) {
    const meant = typeof word === 'string' && Object.hasOwn(rules.types, word) ? rules.types[word] : undefined;
    if (hasCommand && urlKey !== null && reading.commandAndUrl === 'error') return {transport: 'unknown', urlKey};
    return {transport: meant ?? 'unknown', urlKey};
  }
  if (hasCommand && urlKey !== null) {
    if (reading.commandAndUrl === 'error') return {transport: 'unknown', urlKey};
    if (reading.commandAndUrl === 'command') return {transport: 'stdio', urlKey};
  } else if (hasCommand) return {transport: reading.commandWithoutType === 'error' ? 'unknown' : 'stdio', urlKey};
  if (urlKey === null) return {transport: 'unknown', urlKey};
  const byKey = reading.urlKeys[urlKey];
  if (byKey !== undefined) return {transport: byKey, urlKey};
  const plain = rules.urlWithoutType;
  if (plain === 'error' || plain === 'unsupported') return {transport: 'unknown', urlKey};
  return {transport: plain === 'sse' ? 'sse' : 'http', urlKey};
};

const troubleOf = (fields: Fields, rules: ClientRules): string => {
  const {type, url, command} = rules.fields;
  if (type !== null && fields[type] !== undefined) return type;
  const urlKey = url.find((key) => fields[key] !== undefined);
  const isProgram = fields[command] !== undefined && fields[command] !== null;
  if (urlKey === undefined) return isProgram && type !== null ? type : command;
  return rules.urlWithoutType === 'error' && type !== null ? type : urlKey;
};

/** The key says nothing; whether null does is the client's own matter. */
const isNothing = (value: Json | undefined, reading: Reading): value is null | undefined =>
  value === undefined || (value === null && !reading.refusesNull);

const listOf = (value: Json | undefined, reading: Reading): readonly string[] | null => {
  if (isNothing(value, reading)) return [];
  if (!Array.isArray(value)) return null;
  return value.every(
    (item) => typeof item === 'string' || (reading.envValues === 'scalars' && typeof item === 'number'),
  )
    ? value.map(String)
    : null;
};

/** A map of texts, expanded; null where the client would refuse what stands there. */
const textsOf = (
  value: Json | undefined,
  field: string,
  reading: Reading,
  text: (value: string, field: string) => string,
): Record<string, string> | null => {
  if (isNothing(value, reading)) return {};
  if (!isRecord(value)) return null;
  const out: Record<string, string> = {};
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === 'string') out[key] = text(item, field);
    else if (reading.envValues === 'strings') return null;
    else if (typeof item === 'number' || typeof item === 'boolean') out[key] = String(item);
    else if (item !== null) return null;
  }
  return out;
};

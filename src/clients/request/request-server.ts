import type {RequestEvidence, RequestServer} from '../../model/evidence.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {printableLine} from '../../model/printable.ts';
import {createRedactor} from '../../model/redact.ts';
import type {Place} from '../../model/server.ts';
import type {ValueShape} from '../../model/value-shape.ts';
import {expand} from '../entry/expand.ts';
import type {EntryContext} from '../entry/launch-of.ts';
import {schemeOf} from '../entry/secrets-of.ts';
import {valueShapeOf} from '../entry/value-shape-of.ts';
import {REQUEST_KEYS} from './anthropic-api.ts';

/** Where a host leads, told by its name or address alone; nothing is looked up. */
export type HostReach = (host: string) => 'loopback' | 'private' | 'public' | 'unknown';

interface Beside {
  readonly index: number;
  /** Places of all entries, in their order, and their names. */
  readonly places: readonly Place[];
  readonly names: readonly (string | null)[];
  readonly outline: Omit<RequestEvidence, 'about'>;
  readonly context: EntryContext;
  readonly reachOf: HostReach;
  readonly isPrivateAllowed: boolean;
}

/** What the request says of one server: only what can be shown. */
export const requestServerOf = (raw: Json, beside: Beside): RequestServer => {
  const {index, names, outline} = beside;
  const entry = isRecord(raw) ? raw : {};
  const name = names[index] ?? null;
  const type = entry['type'];
  return {
    index,
    isObject: isRecord(raw),
    name,
    type: type === undefined ? null : typeof type === 'string' ? printableLine(type) : JSON.stringify(type),
    hasCommand: entry['command'] !== undefined,
    url: urlOf(entry['url'], beside.reachOf),
    sameName: name === null ? [] : beside.places.filter((_, other) => other < index && names[other] === name),
    toolsets: outline.toolsets.filter(({server}) => server !== null && server === name),
    token: tokenShape(entry, beside.context),
    isTokenOdd: (entry['authorization_token'] ?? null) !== null && tokenIn(entry) === null,
    hasSpaceInToken: /\S[^\S\r\n]+\S/.test(bareOf(tokenIn(entry) ?? '')),
    hasToolConfiguration: (entry['tool_configuration'] ?? null) !== null,
    unknownKeys: Object.keys(entry)
      .filter((key) => !REQUEST_KEYS.includes(key))
      .map(printableLine),
    isPrivateAllowed: beside.isPrivateAllowed,
  };
};

/** The name of an entry; null where it has none. */
export const nameIn = (raw: Json): string | null => {
  const name = isRecord(raw) ? raw['name'] : undefined;
  return typeof name === 'string' && name.trim() !== '' ? printableLine(name) : null;
};

/** The token as written; null where there is none. */
export const tokenIn = (raw: Json): string | null => {
  const token = isRecord(raw) ? raw['authorization_token'] : undefined;
  return typeof token === 'string' ? token : null;
};

/** A token and its part behind 'Bearer': both are hidden wherever they turn up. */
export const secretsOfToken = (token: string): readonly string[] => {
  return [...new Set([token, token.trim(), unquoted(token), bareOf(token)])].filter((secret) => secret !== '');
};

const unquoted = (token: string): string => token.trim().replace(/^["'`\u201c]+|["'`\u201d]+$/g, '');

const bareOf = (token: string): string => schemeOf(unquoted(token))?.rest ?? unquoted(token);

const tokenShape = (raw: Json, context: EntryContext): ValueShape | null => {
  const text = tokenIn(raw);
  if (text === null) return null;
  const secrets = secretsOfToken(text);
  // As a header's value, so that a scheme in front of the token is seen; under no name, so that only a known word is one.
  const string = {path: ['authorization_token'], field: 'headers', name: '', text} as const;
  return valueShapeOf(string, expand(text, 'headers', context), secrets, createRedactor(secrets));
};

/** Names that no public resolver knows (RFC 6761, RFC 6762, RFC 8375, and ICANN's .internal). */
const RESERVED = /(?:^|\.)(?:local|internal|intranet|lan|home|corp|home\.arpa|test|invalid|onion|localdomain)\.?$/i;

const urlOf = (value: Json | undefined, reachOf: HostReach): RequestServer['url'] => {
  const none = {host: '', reach: 'unknown'} as const;
  if (value === undefined || value === null || value === '') return {scheme: 'missing', ...none};
  if (typeof value !== 'string') return {scheme: 'not-text', ...none};
  if (!URL.canParse(value)) return {scheme: 'unreadable', ...none};
  const url = new URL(value);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const reach = reachOf(host);
  const isReserved = RESERVED.test(host) || (host !== '' && !host.includes('.') && !host.includes(':'));
  return {
    scheme: url.protocol.replace(':', ''),
    host: printableLine(host),
    reach: reach === 'unknown' && isReserved ? 'reserved' : reach,
  };
};

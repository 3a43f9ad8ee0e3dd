import type {Json} from '../../model/json.ts';
import type {ClientRules, Launch, Transport} from '../../model/server.ts';
import type {Client} from '../client.ts';

/** What became of one key of an entry on its way to another client. */
export interface NotCarried {
  /** The key as the person wrote it. */
  readonly key: string;
  /** The other client's key for the same, where it has one under another name. */
  readonly becomes: string | null;
}

export interface Translated {
  readonly raw: Readonly<Record<string, Json>>;
  /** Keys that the other client has no use for. */
  readonly dropped: readonly NotCarried[];
  /** Keys that it spells otherwise. */
  readonly renamed: readonly NotCarried[];
}

type Fields = Readonly<Record<string, Json>>;
type Part = 'command' | 'args' | 'env' | 'cwd' | 'headers' | 'type' | 'disabled' | 'enabled' | 'timeout' | 'envFile';
const PARTS: readonly Part[] = [
  ...(['command', 'args', 'env', 'cwd', 'headers', 'type'] as const),
  ...(['disabled', 'enabled', 'timeout', 'envFile'] as const),
];

/**
 * An entry of one client in the words of another: the same setting under the other's key, values as they are written.
 * Nothing is added that the entry does not say: a missing type stays missing.
 */
export const translate = (
  raw: Fields,
  from: {readonly rules: ClientRules; readonly transport: Transport; readonly launch: Launch | null},
  to: Client,
): Translated => {
  const source = from.rules.fields;
  const target = to.rules.fields;
  const out: Record<string, Json> = {};
  const dropped: NotCarried[] = [];
  const renamed: NotCarried[] = [];
  const put = (key: string, becomes: string | null, value: Json): void => {
    if (becomes === null) dropped.push({key, becomes: null});
    else {
      out[becomes] = value;
      if (becomes !== key) renamed.push({key, becomes});
    }
  };
  const words = wordsOf(raw, from.rules);
  for (const [key, value] of Object.entries(raw)) {
    const part = PARTS.find((one) => source[one] === key);
    if (source.url.includes(key)) put(key, urlKeyFor(to, from.transport), value);
    else if (part === 'command' && words !== null) {
      put(key, target.command, to.rules.commandIsArray ? words : (words[0] ?? ''));
      if (!to.rules.commandIsArray && from.rules.commandIsArray && target.args !== null)
        out[target.args] = words.slice(1);
    } else if (part === 'args' && to.rules.commandIsArray && words !== null) continue;
    else if (part === 'type') put(key, target.type, typeof value === 'string' ? typeFor(value, from, to.rules) : value);
    else if (part === 'enabled' && target.enabled === null && target.disabled !== null)
      put(key, target.disabled, value !== true);
    else if (part === 'disabled' && target.disabled === null && target.enabled !== null)
      put(key, target.enabled, value !== true);
    else if (part !== undefined) put(key, target[part], value);
    else put(key, to.rules.knownFields.includes(key) ? key : null, value);
  }
  return {raw: out, dropped, renamed};
};

/** Command and arguments as one list; null where they are no words. */
const wordsOf = (raw: Fields, rules: ClientRules): readonly string[] | null => {
  const command = raw[rules.fields.command];
  const args = rules.fields.args === null ? undefined : raw[rules.fields.args];
  const list = rules.commandIsArray ? command : [command ?? null, ...(Array.isArray(args) ? args : [])];
  return Array.isArray(list) && list.every((word) => typeof word === 'string') ? list.map(String) : null;
};

/** Where a client has a key for each transport (`httpUrl`), the one that means the same. */
const urlKeyFor = ({rules, reading}: Client, transport: Transport): string | null =>
  rules.fields.url.find((key) => reading.urlKeys[key] === transport) ??
  rules.fields.url.find((key) => reading.urlKeys[key] === undefined) ??
  rules.fields.url[0] ??
  null;

/** The other client's word for the same transport; the word itself where it has none, so that it is seen to be refused. */
const typeFor = (word: string, {rules}: {readonly rules: ClientRules}, to: ClientRules): string => {
  const meant = Object.hasOwn(rules.types, word) ? rules.types[word] : undefined;
  if (meant === undefined || to.types[word] === meant) return word;
  return Object.keys(to.types).find((other) => to.types[other] === meant) ?? word;
};

import type {EntryEvidence} from '../../model/evidence.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {printable} from '../../model/printable.ts';
import {createRedactor, type Redactor} from '../../model/redact.ts';
import type {ServerEntry} from '../../model/server.ts';

type Shown = Pick<EntryEvidence, 'command' | 'args' | 'url'>;

/**
 * `shownLaunch` for many entries. Most hold no secret of their own, and many the same words: each of those is looked
 * through once.
 */
export const createShownLaunch = (): ((entry: ServerEntry) => Shown) => {
  const plain = createRedactor();
  const known = new Map<string, string>();
  const text = (input: string): string => {
    const shown = known.get(input) ?? plain.text(input);
    known.set(input, shown);
    return shown;
  };
  return (entry) => shownLaunch(entry, entry.secrets.length === 0 ? {...plain, text} : createRedactor(entry.secrets));
};

/** What the entry would start or call, after the client's expansion, redacted and printable: for lists of many. */
export const shownLaunch = (entry: ServerEntry, redactor: Redactor): Shown => {
  const {launch, raw, rules} = entry;
  const clean = (text: string): string => printable(redactor.text(text));
  return {
    command: launch?.kind === 'stdio' ? clean(launch.command) : textUnder(raw, rules.fields.command, clean),
    args: launch?.kind === 'stdio' ? launch.args.map(clean) : [],
    url: launch?.kind === 'remote' ? clean(launch.url) : firstText(raw, rules.fields.url, clean),
  };
};

const textUnder = (raw: Json, key: string, clean: (text: string) => string): string | null => {
  const value = isRecord(raw) ? raw[key] : undefined;
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' ? clean(text) : null;
};

const firstText = (raw: Json, keys: readonly string[], clean: (text: string) => string): string | null =>
  keys.map((key) => textUnder(raw, key, clean)).find((text) => text !== null) ?? null;

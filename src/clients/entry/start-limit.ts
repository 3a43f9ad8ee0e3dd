import {type Host, variable} from '../../model/host.ts';
import {isRecord, type Json} from '../../model/json.ts';
import type {ClientRules} from '../../model/server.ts';
import type {Reading} from '../client.ts';

/** The client's rules with the time limit of the start that this entry or this machine sets; the same object where none does. */
export const withStartLimit = (rules: ClientRules, reading: Reading, raw: Json, host: Host): ClientRules => {
  const own = reading.startLimit?.(isRecord(raw) ? raw : {}, host) ?? null;
  return own === null || own === rules.startTimeoutMs ? rules : {...rules, startTimeoutMs: own};
};

/** A limit from a key of the entry. `unit` is the length of the key's unit in milliseconds. */
export const limitUnder = (raw: Readonly<Record<string, Json>>, key: string, unit: 1 | 1000): number | null => {
  const value = raw[key];
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.round(value * unit) : null;
};

/** A limit from a variable of the environment, in milliseconds. Text that is no number counts as not set. */
export const limitNamed = (host: Host, name: string): number | null => {
  const value = Number(variable(host, name)?.trim() || Number.NaN);
  return Number.isFinite(value) && value > 0 ? Math.round(value) : null;
};

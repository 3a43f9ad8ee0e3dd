import {isRecord, type Json} from '../../model/json.ts';
import type {ServerEntry} from '../../model/server.ts';
import type {Candidate} from '../candidate.ts';
import type {Client} from '../client.ts';
import {secretsOf} from '../entries-of.ts';
import {launchOf} from '../entry/launch-of.ts';

/**
 * For clients that merge the settings of all scopes key by key: an entry that starts and calls nothing by itself, and
 * whose name a weaker scope holds in full, is no server but a change of that one. The full one takes over what it says.
 * A switch alone, of a server that comes from elsewhere, is none either.
 */
export const withOverrides = (candidates: readonly Candidate[], client: Client): readonly Candidate[] => {
  const {precedence, reading} = client;
  const strength = ({entry}: Candidate): number => precedence.indexOf(entry.scope);
  const isPart = ({entry}: Candidate): boolean =>
    entry.launch === null && (entry.standing.state === 'unusable' || entry.standing.state === 'disabled');
  const parts = candidates.filter((one) => isPart(one) && strength(one) !== -1);
  if (parts.length === 0) return candidates;
  const taken = new Set<Candidate>();
  const merged = candidates.map((full) => {
    if (full.entry.launch === null || strength(full) === -1) return full;
    const stronger = parts
      .filter((part) => part.entry.name === full.entry.name && strength(part) < strength(full))
      .sort((one, other) => strength(other) - strength(one));
    for (const part of stronger) taken.add(part);
    return stronger.reduce(overridden, full);
  });
  const isSwitch = ({entry: {raw}}: Candidate): boolean => isRecord(raw) && (reading.isForeign?.(raw) ?? false);
  return merged.filter((one) => !taken.has(one) && !(isPart(one) && isSwitch(one)));
};

const overridden = (full: Candidate, part: Candidate): Candidate => {
  const {context} = full;
  const raw = deep(full.entry.raw, part.entry.raw);
  const {launch, transport} = launchOf(raw, context);
  if (launch === null) return full;
  const {enabled, disabled} = context.rules.fields;
  const says = (key: string | null, value: boolean): boolean =>
    key !== null && isRecord(part.entry.raw) && part.entry.raw[key] === value;
  const isBack = full.entry.standing.state === 'disabled' && (says(enabled, true) || says(disabled, false));
  const standing: ServerEntry['standing'] =
    part.entry.standing.state === 'disabled'
      ? part.entry.standing
      : isBack
        ? {state: 'active', decidedBy: null, wins: null}
        : full.entry.standing;
  const {secrets} = full.entry;
  const entry: ServerEntry = {
    ...full.entry,
    raw,
    launch,
    transport,
    standing,
    secrets: [...new Set([...secrets, ...secretsOf(raw, launch, context)])].sort((a, b) => b.length - a.length),
  };
  return {...full, entry};
};

/** Objects are merged key by key; anything else of the stronger one stands. */
const deep = (weak: Json, strong: Json): Json => {
  if (!isRecord(weak) || !isRecord(strong)) return strong;
  const out: Record<string, Json> = {...weak};
  for (const [key, value] of Object.entries(strong)) {
    const known = Object.hasOwn(weak, key) ? weak[key] : undefined;
    if (key !== '__proto__') out[key] = known === undefined ? value : deep(known, value);
  }
  return out;
};

import type {EntryEvidence} from '../../model/evidence.ts';
import {isRecord} from '../../model/json.ts';
import type {ServerEntry} from '../../model/server.ts';
import type {Candidate} from '../candidate.ts';
import type {Client} from '../client.ts';
import {secretsOf} from '../entries-of.ts';
import {entryEvidenceOf} from '../entry/entry-evidence.ts';
import {type EntryContext, launchOf} from '../entry/launch-of.ts';
import {rulesHere} from '../entry/rules-here.ts';
import {type NotCarried, translate} from './translate.ts';

/** An entry as another client would read it, if the same settings stood in that client's own file. */
export interface ActingEntry {
  readonly entry: ServerEntry;
  readonly evidence: EntryEvidence;
  readonly dropped: readonly NotCarried[];
  readonly renamed: readonly NotCarried[];
}

/**
 * Reads an entry's own text again by the rules of another client: its keys, expansion, transport, environment, PATH and
 * limits. Approvals and switches of either client do not count. An entry of that client is given back as it is.
 */
export const asClient = (candidate: Candidate, to: Client, aside: Aside): ActingEntry => {
  const {entry, read, context: own} = candidate;
  const evidenceOf = (one: ServerEntry, context: EntryContext): EntryEvidence =>
    entryEvidenceOf(one, read, context, aside);
  if (entry.client === to.id) return {entry, evidence: evidenceOf(entry, own), dropped: [], renamed: []};
  // Shapes are undone where they only nest; Codex names variables instead, and those keys have no counterpart.
  const {reshape, namedVariables} = own.reading;
  const nests = reshape !== null && namedVariables.length === 0;
  const written = isRecord(entry.raw) && nests ? reshape(entry.raw, own.host) : entry.raw;
  const {raw, dropped, renamed} = isRecord(written)
    ? translate(written, entry, to)
    : {raw: written, dropped: [], renamed: []};
  const rules = rulesHere(to.rules, to.reading, raw, own.host);
  const context: EntryContext = {
    ...own,
    rules,
    reading: to.reading,
    emptyWhenUnset: to.reading.emptyWhenUnset,
    inputs: [],
    // What is known of a plugin's folder is known to its own client alone.
    knownNames: {},
  };
  const {transport, launch} = launchOf(raw, context);
  const acting: ServerEntry = {
    ...entry,
    key: `${entry.key}\0as\0${to.id}`,
    client: to.id,
    raw,
    transport,
    launch,
    rules,
    standing: {state: launch === null ? 'unusable' : 'active', decidedBy: null, wins: null},
    secrets: [...new Set([...entry.secrets, ...secretsOf(raw, launch, context)])].sort((a, b) => b.length - a.length),
  };
  return {entry: acting, evidence: evidenceOf(acting, context), dropped, renamed};
};

type Aside = Parameters<typeof entryEvidenceOf>[3];

import type {Change} from '../model/change.ts';
import {type EntryEvidence, placeKey} from '../model/evidence.ts';
import type {Host} from '../model/host.ts';
import type {ServerEntry} from '../model/server.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import {type BisectedPart, type Bisection, bisect as search} from '../probes/bisect/bisect.ts';
import {type Arguments, wholeNumber} from './arguments.ts';
import {oneApprovedEntry, shown} from './one-server.ts';
import {openSession} from './session.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix bisect SERVER`: which part of what a client sends, or starts it with, makes a server fail. */
export const bisect = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const maxRequests = wholeNumber(args, 'requests', {min: 2, max: 60, otherwise: 60});
  const session = await openSession(args, host);
  // Not asked before: every request counts.
  const {found, entry} = await oneApprovedEntry(args, session);
  const {launch} = entry;
  if (launch === null) {
    throw new UserError(
      `${shown(entry.name)} names nothing that could be started or called. To see why: mcp-fix check ${shown(entry.name)}`,
      EXIT.unchecked,
    );
  }
  const bisection = await search(entry, launch, {
    host,
    signal: terminal.signal,
    maxRequests,
    minimalEnv: session.minimalEnv,
  });
  const change = changeFor(entry, bisection);
  if (args.flag('json')) {
    terminal.out(
      `${JSON.stringify({schemaVersion: 1, server: entry.name, client: entry.client, ...bisection, ...(change === null ? {} : {change})}, null, 2)}\n`,
    );
  } else terminal.out(asText(entry, bisection, change, found.evidenceOf(entry)));
  if (terminal.signal.aborted) return EXIT.interrupted;
  if (bisection.outcome === 'passes') return EXIT.healthy;
  return bisection.outcome === 'cannot-ask' ? EXIT.unchecked : EXIT.broken;
};

/** The one setting to take away, where a part that is configured is the whole of it. */
const changeFor = (entry: ServerEntry, found: Bisection): Change | null => {
  if (found.outcome !== 'found') return null;
  const {headers, env} = entry.rules.fields;
  const part = found.parts.find(({kind}) => kind === 'header' || kind === 'variable');
  const key = part?.kind === 'header' ? headers : env;
  if (part === undefined || key === null) return null;
  return {
    file: entry.file,
    path: [...entry.at, key, part.name],
    edit: {kind: 'remove'},
    why: `The server answers without ${part.words}.`,
  };
};

const asText = (entry: ServerEntry, found: Bisection, change: Change | null, evidence: EntryEvidence): string =>
  [
    ...trialLines(entry, found.trials),
    '',
    ...verdict(entry, found),
    ...(change === null ? [] : changeLines(entry, change, evidence)),
    ...(found.requests === 0 ? [] : [sentWords(entry, found.requests)]),
    '',
  ].join('\n');

const isLocal = (entry: ServerEntry): boolean => entry.launch?.kind === 'stdio';

const smallestOf = (entry: ServerEntry): string => (isLocal(entry) ? 'the smallest start' : 'the smallest request');

const sentWords = (entry: ServerEntry, count: number): string =>
  isLocal(entry)
    ? `It was started ${count === 1 ? 'once' : `${count} times`}, and asked for hello and its lists only.`
    : `${count} ${count === 1 ? 'request was' : 'requests were'} sent: hello and the list of tools only.`;

/** Each trial once; what was asked again and said the same is counted. */
const trialLines = (entry: ServerEntry, trials: Bisection['trials']): readonly string[] => {
  const told = new Set<string>();
  let again = 0;
  const lines = trials.flatMap(({parts, ok, seen}) => {
    const line = `${ok ? '✓' : '✗'} ${parts.length === 0 ? smallestOf(entry) : listed(parts)}: ${seen}`;
    const key = [...parts, line].join('\0');
    if (told.has(key)) {
      again += 1;
      return [];
    }
    told.add(key);
    return [line];
  });
  return again === 0
    ? lines
    : [...lines, `  (asked again ${again === 1 ? 'once' : `${again} times`}, with the same answer)`];
};

const MOST_LISTED = 3;

const listed = (parts: readonly string[]): string =>
  parts.length <= MOST_LISTED ? parts.join(' + ') : `${parts.length} parts (${parts[0] ?? ''} … ${parts.at(-1) ?? ''})`;

const together = (parts: readonly BisectedPart[]): string => parts.map(({words}) => words).join(' together with ');

const verdict = (entry: ServerEntry, found: Bisection): readonly string[] => {
  const name = shown(entry.name);
  switch (found.outcome) {
    case 'found':
      return [
        `${name} fails at ${found.stage === 'initialize' ? 'the first message' : found.stage} because of ${together(found.parts)}: ${found.failing ?? ''}. Without ${found.parts.length === 1 ? 'it' : 'one of them'}, it answers.`,
        ...adviceFor(entry, found.parts),
      ];
    case 'passes':
      return [
        `${name} answers with every part that clients send${isLocal(entry) ? ' and every variable that they hand on' : ''}. Nothing in the request makes it fail. If it fails now and then: mcp-fix check ${name} --repeat 20`,
      ];
    case 'fails-anyway':
      return [
        `${name} fails with ${smallestOf(entry)} too (${found.smallest ?? found.failing ?? 'no answer'}), so no part of it is to blame. To see why: mcp-fix check ${name}`,
      ];
    case 'unsteady':
      return [
        `${name} comes and goes: the same thing failed once and passed once, so it cannot be reproduced, and no part is to blame. To measure it: mcp-fix check ${name} --repeat 20`,
      ];
    case 'cut-short':
      return [
        found.parts.length === 0
          ? 'The search ended before it found anything: the number of requests is used up, or the server asks for a longer rest. Try again later.'
          : `The search ended early. The failure is somewhere in: ${together(found.parts)}.`,
      ];
    case 'cannot-ask':
      return [`The URL of ${name} cannot be called. To see why: mcp-fix check ${name}`];
  }
};

/** What to do about a part that is no setting of the entry. */
const adviceFor = (entry: ServerEntry, parts: readonly BisectedPart[]): readonly string[] => {
  if (parts.some(({kind}) => kind === 'header' || kind === 'variable')) return [];
  const {clientName} = entry.rules;
  const [part] = parts;
  if (part === undefined) return [];
  if (part.kind === 'query') return [`Take the field ${part.name} out of the URL in ${entry.file}.`];
  const handedOn = parts.find(({kind}) => kind === 'inherited');
  if (handedOn !== undefined)
    return [
      `${handedOn.name} comes from whatever starts ${clientName}: take it away there, or give the server a value of its own under "${entry.rules.fields.env ?? 'env'}" in ${entry.file}.`,
    ];
  if (part.kind === 'version')
    return [
      `The server should answer with a version that it knows. Ask its operator to update it; a client that speaks an older version gets through until then.`,
    ];
  return [
    `${clientName} may send this by itself, so no setting mends it: send the server's operator the report of mcp-fix bundle ${shown(entry.name)}.`,
  ];
};

const changeLines = (entry: ServerEntry, change: Change, {places}: EntryEvidence): readonly string[] => {
  const keys = change.path.slice(entry.at.length);
  const place = places[placeKey(keys)];
  return [
    `The one change: take ${keys.join(' › ')} out of ${change.file}${place === undefined ? '' : `, line ${place.line}`}.`,
  ];
};

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

/** `mcp-fix bisect SERVER`: which part of a request makes a remote server fail. */
export const bisect = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const maxRequests = wholeNumber(args, 'requests', {min: 2, max: 40, otherwise: 40});
  const session = await openSession(args, host);
  // Not asked before: every request counts.
  const {found, entry} = await oneApprovedEntry(args, session);
  const {launch} = entry;
  if (launch?.kind !== 'remote') {
    throw new UserError(
      `bisect takes requests apart, and ${shown(entry.name)} is a local program. To see what is wrong with it: mcp-fix check ${shown(entry.name)}`,
    );
  }
  if (launch.transport !== 'http') {
    throw new UserError(
      `bisect speaks Streamable HTTP, and ${shown(entry.name)} is configured as "sse". To see what is wrong with it: mcp-fix check ${shown(entry.name)}`,
      EXIT.unchecked,
    );
  }
  const bisection = await search(entry, launch, {host, signal: terminal.signal, maxRequests});
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
  const part = found.parts.find(({kind}) => kind === 'header');
  const {headers} = entry.rules.fields;
  if (part === undefined || headers === null) return null;
  return {
    file: entry.file,
    path: [...entry.at, headers, part.name],
    edit: {kind: 'remove'},
    why: `The server answers without ${part.words}.`,
  };
};

const asText = (entry: ServerEntry, found: Bisection, change: Change | null, evidence: EntryEvidence): string =>
  [
    ...found.trials.map(
      ({parts, ok, seen: what}) =>
        `${ok ? '✓' : '✗'} ${parts.length === 0 ? 'the smallest request' : listed(parts)}: ${what}`,
    ),
    '',
    ...verdict(entry, found),
    ...(change === null ? [] : changeLines(entry, change, evidence)),
    `${found.requests} ${found.requests === 1 ? 'request' : 'requests'} were sent: initialize and tools/list only.`,
    '',
  ].join('\n');

const MOST_LISTED = 4;

const listed = (parts: readonly string[]): string =>
  parts.length <= MOST_LISTED
    ? parts.join(' + ')
    : `${parts.slice(0, MOST_LISTED - 1).join(' + ')} + ${parts.length - MOST_LISTED + 1} more`;

const together = (parts: readonly BisectedPart[]): string => parts.map(({words}) => words).join(' together with ');

const verdict = (entry: ServerEntry, found: Bisection): readonly string[] => {
  const name = shown(entry.name);
  switch (found.outcome) {
    case 'found':
      return [
        `${name} fails at ${found.stage} because of ${together(found.parts)}: ${found.failing ?? ''}. Without ${found.parts.length === 1 ? 'it' : 'one of them'} it answers.`,
        ...adviceFor(entry, found.parts),
      ];
    case 'passes':
      return [`${name} answers with every part that clients send. Nothing in the request makes it fail.`];
    case 'fails-anyway':
      return [
        `${name} fails with the smallest request too (${found.smallest ?? found.failing ?? 'no answer'}), so no part of the request is to blame. To see why: mcp-fix check ${name}`,
      ];
    case 'unsteady':
      return [
        `${name} comes and goes: the same request failed once and passed once. To measure it: mcp-fix check ${name} --repeat 20`,
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
  if (parts.some(({kind}) => kind === 'header')) return [];
  const {clientName} = entry.rules;
  const [part] = parts;
  if (part === undefined) return [];
  if (part.kind === 'query') return [`Take the field ${part.name} out of the URL in ${entry.file}.`];
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

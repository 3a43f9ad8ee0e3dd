import {CLIENTS} from '../clients/index.ts';
import {count} from '../model/count.ts';
import {seen} from '../model/evidence.ts';
import type {Host} from '../model/host.ts';
import type {Investigation} from '../model/investigation.ts';
import {printableLine} from '../model/printable.ts';
import {EXIT} from '../model/user-error.ts';
import {askVersions, type VersionAnswer} from '../probes/offer/ask-versions.ts';
import {type CompatibilityRow, compatibilityOf, type Offer} from '../reports/compatibility.ts';
import type {Arguments} from './arguments.ts';
import {demandAsked, oneServer, shown} from './one-server.ts';
import {openSession} from './session.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix compat SERVER`: what the server offers against what each known client speaks. */
export const compat = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const session = await openSession(args, host);
  const {found, look} = await oneServer(args, session, terminal);
  demandAsked(look, 'compat');
  const versions = await askVersions(look.entry, {host, signal: terminal.signal, minimalEnv: session.minimalEnv});
  if (terminal.signal.aborted) return EXIT.interrupted;
  const offer = offerOf(look, versions);
  const used = new Set(found.files.filter(({exists}) => exists).map(({client}) => client));
  const rows = compatibilityOf(
    offer,
    CLIENTS.map(({rules, reading}) => ({rules, urlTransports: Object.values(reading.urlKeys)})),
  ).map((row) => ({...row, configured: used.has(row.client)}));
  if (args.flag('json')) {
    terminal.out(
      `${JSON.stringify({schemaVersion: 1, server: look.entry.name, client: look.entry.client, offer: {...offer, ...serverOf(look), versions}, clients: rows}, null, 2)}\n`,
    );
  } else terminal.out(asText(look, offer, versions, rows));
  return offer.eras.length === 0 ? EXIT.broken : EXIT.healthy;
};

const offerOf = (look: Investigation, versions: readonly VersionAnswer[]): Offer => {
  const {evidence, entry} = look;
  const tools = seen(evidence, 'tools');
  const handshake = seen(evidence, 'handshake');
  const answered = versions.filter(({agreed}) => agreed !== null).map(({era}) => era);
  return {
    transport: seen(evidence, 'http')?.answered ?? entry.transport,
    eras: [...new Set(answered)],
    tools: tools === undefined ? null : tools.count,
    helloMs: handshake?.version == null ? null : (seen(evidence, 'launch')?.firstOutputMs ?? handshake.waitedMs),
    toolNames: tools?.names ?? [],
    serverName: entry.name,
  };
};

const serverOf = ({evidence}: Investigation): object => {
  const handshake = seen(evidence, 'handshake');
  return {
    name: handshake?.serverName ?? null,
    version: handshake?.serverVersion ?? null,
    capabilities: handshake?.capabilities ?? [],
  };
};

const MARKS = {works: '✓', limited: '!', 'does-not': '✗', unknown: '?'} as const;

const asText = (
  look: Investigation,
  offer: Offer,
  versions: readonly VersionAnswer[],
  rows: readonly (CompatibilityRow & {readonly configured: boolean})[],
): string => {
  const handshake = seen(look.evidence, 'handshake');
  const width = Math.max(...rows.map(({clientName}) => clientName.length));
  const name = `${handshake?.serverName ?? 'no name'} ${handshake?.serverVersion ?? ''}`.trim();
  return [
    `${printableLine(look.entry.name)} (${offer.transport}): ${name}${offer.tools === null ? '' : `, ${count(offer.tools, 'tool')}`}`,
    `capabilities: ${handshake === undefined || handshake.capabilities.length === 0 ? 'none' : handshake.capabilities.join(', ')}`,
    '',
    'It is asked for      It answers',
    ...versions.map(
      ({asked, era, agreed, words}) =>
        `${asked} (${era})`.padEnd(21) + (agreed === null ? words : agreed === asked ? 'yes' : `with ${agreed}`),
    ),
    '',
    ...rows.map(({clientName, answer, because, configured}) =>
      `${MARKS[answer]} ${clientName.padEnd(width)}${configured ? ' *' : '  '}${because.length === 0 ? '' : ` ${because.join('; ')}`}`.trimEnd(),
    ),
    '',
    ...(offer.eras.length === 0
      ? [
          `It answers in no version, so only the transport could be compared. To see why: mcp-fix check ${shown(look.entry.name)}`,
        ]
      : []),
    '* has a configuration here. Clients change: this is what is known of their rules, not a run of each.',
    '',
  ].join('\n');
};

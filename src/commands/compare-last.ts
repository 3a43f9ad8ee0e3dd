import {clientVersions} from '../clients/index.ts';
import type {Host} from '../model/host.ts';
import {printableLine} from '../model/printable.ts';
import type {FixRecord} from '../model/record.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import {listRecords} from '../records/index.ts';
import {snapshotOf} from '../reports/make-snapshot.ts';
import {readSnapshot} from '../reports/read-snapshot.ts';
import type {Snapshot} from '../reports/snapshot.ts';
import {snapshotDifferences} from '../reports/snapshot-differences.ts';
import type {Arguments} from './arguments.ts';
import {dataDirOf} from './attempt.ts';
import {differencesText} from './compare-snapshots.ts';
import {isUnapproved, shown} from './one-server.ts';
import {withoutFolder} from './record-snapshot.ts';
import {lookAt, namedEntries, openSession} from './session.ts';
import {snapshotServer} from './snapshot.ts';
import type {Terminal} from './terminal.ts';

interface Kept {
  readonly record: FixRecord;
  readonly snapshot: Snapshot;
}

/**
 * `mcp-fix compare SERVER --last`: how the server stood when its last fix was saved, against how it stands now.
 * @returns 0 where nothing that matters differs, 1 where something does, 3 where it was not asked
 * @throws UserError where no record of this server tells how it stood
 */
export const compareWithLast = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const [name, second] = args.operands;
  if (name === undefined || second !== undefined || args.texts('as').length > 0)
    throw new UserError(
      '--last takes one server and no --as: mcp-fix compare SERVER --last. To see them: mcp-fix list',
    );
  const session = await openSession(args, host);
  const found = await session.find();
  const entries = namedEntries(found, [name]);
  const {record, snapshot: then} = lastOf(await listRecords(dataDirOf(host)), name);
  const entry =
    entries.find(({client, scope}) => client === record.server.client && scope === record.server.scope) ??
    entries.find(({client}) => client === record.server.client) ??
    entries[0];
  if (entry === undefined)
    throw new UserError(
      `${shown(name)} stands in a file that cannot be read as it is. To see what is wrong with it: mcp-fix check ${shown(name)}`,
      EXIT.unchecked,
    );
  const look = await lookAt(session, found, entry, {signal: terminal.signal});
  if (terminal.signal.aborted) return EXIT.interrupted;
  const files = found.files.filter((file) => file.client === entry.client && file.path === entry.file);
  const now = snapshotOf(withoutFolder(host), {
    files,
    versions: await clientVersions(host, files),
    servers: [await snapshotServer(session, found, look)],
  });
  const compared = snapshotDifferences(then, now);
  terminal.out(
    args.flag('json')
      ? `${JSON.stringify({schemaVersion: 1, a: {record: record.id, at: then.at, machine: then.machine}, b: {record: null, at: now.at, machine: now.machine}, ...compared}, null, 2)}\n`
      : differencesText([`${record.id}, saved ${record.at.slice(0, 10)}: ${record.title}`, 'now'], compared),
  );
  if (isUnapproved(look)) {
    terminal.err(
      `Nobody has approved ${shown(name)} as it stands, so it was not asked, and its configuration alone was compared. Look at it with mcp-fix list, then: mcp-fix compare ${shown(name)} --last --trust ${look.digest}\n`,
    );
    return EXIT.unchecked;
  }
  return compared.differences.length === 0 ? EXIT.healthy : EXIT.broken;
};

/** The newest record of the name that worked and that tells how the server stood. @throws UserError where none does */
const lastOf = (records: readonly FixRecord[], name: string): Kept => {
  const worked = records.filter(({server, proof}) => server.name === name && proof.outcome === 'fixed');
  for (const record of worked) {
    const snapshot = record.snapshot === undefined ? null : readSnapshot(JSON.stringify(record.snapshot));
    if (snapshot !== null) return {record, snapshot};
  }
  const [newest] = worked;
  throw new UserError(
    newest === undefined
      ? `No fix of ${shown(name)} that worked is recorded yet. mcp-fix saves one when a repair works; to keep how it stands today: mcp-fix snapshot --out before.json`
      : `The record ${printableLine(newest.id)} does not tell how ${shown(name)} stood: it is of a file, or of an older release of mcp-fix. The next fix will; to keep how it stands today: mcp-fix snapshot --out before.json`,
    EXIT.unchecked,
  );
};

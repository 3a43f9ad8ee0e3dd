import {readFileBounded} from '../files/index.ts';
import type {Host} from '../model/host.ts';
import {printableLine} from '../model/printable.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import {readSnapshot} from '../reports/read-snapshot.ts';
import type {Snapshot} from '../reports/snapshot.ts';
import {type SnapshotComparison, snapshotDifferences} from '../reports/snapshot-differences.ts';
import {fromHere} from './from-here.ts';
import type {Terminal} from './terminal.ts';

const MOST_BYTES = 16 * 1024 * 1024;

/** Both operands of `compare` are files of snapshots. */
export const areSnapshots = (operands: readonly string[]): operands is readonly [string, string] =>
  operands.length === 2 && operands.every((word) => word.toLowerCase().endsWith('.json'));

/**
 * `mcp-fix compare A.json B.json`: the differences that matter, likeliest first. Starts nothing, sends nothing.
 * @returns 0 where nothing that matters differs, else 1
 * @throws UserError where one of them is no snapshot
 */
export const compareSnapshots = async (
  files: readonly [string, string],
  options: {readonly host: Host; readonly terminal: Terminal; readonly json: boolean},
): Promise<number> => {
  const [a, b] = await Promise.all(files.map((file) => read(file, options.host)));
  if (a === undefined || b === undefined) throw new UserError('Give two snapshots: mcp-fix compare A.json B.json');
  const compared = snapshotDifferences(a, b);
  options.terminal.out(
    options.json
      ? `${JSON.stringify({schemaVersion: 1, a: about(files[0], a), b: about(files[1], b), ...compared}, null, 2)}\n`
      : differencesText(files, compared),
  );
  return compared.differences.length === 0 ? EXIT.healthy : EXIT.broken;
};

const about = (file: string, {at, machine}: Snapshot): object => ({file, at, machine});

const read = async (file: string, host: Host): Promise<Snapshot> => {
  const full = fromHere(host, file);
  const got = await readFileBounded(full, {maxBytes: MOST_BYTES});
  if (got.kind === 'missing')
    throw new UserError(`There is no file ${full}. To make a snapshot: mcp-fix snapshot --out ${JSON.stringify(file)}`);
  if (got.kind === 'unreadable')
    throw new UserError(`${full} cannot be read (${got.code}). Make it readable, then try again.`);
  const snapshot = readSnapshot(got.bytes.toString('utf8'));
  if (snapshot === null)
    throw new UserError(
      `${full} is no snapshot of this mcp-fix. To make one: mcp-fix snapshot --out ${JSON.stringify(file)}`,
    );
  return snapshot;
};

/** The comparison as text; `labels` say what A and B are. */
export const differencesText = (
  labels: readonly [string, string],
  {differences, left, servers, hasOtherKey}: SnapshotComparison,
): string => {
  const unlike = servers.filter(({a, b}) => a !== b);
  const lines = [
    `A ${printableLine(labels[0])}`,
    `B ${printableLine(labels[1])}`,
    '',
    ...unlike.map(({name, a, b}) => `${printableLine(name)}: A ${printableLine(a)}, B ${printableLine(b)}`),
    ...(unlike.length === 0 ? [] : ['']),
    ...differences.flatMap(({server, what, a, b, step, isNamed}, index) => [
      `${index + 1}. ${server === null ? '' : `${printableLine(server)}: `}${printableLine(what)} (${step}${isNamed ? ', the failure names it' : ''})`,
      `     A ${printableLine(a)}`,
      `     B ${printableLine(b)}`,
    ]),
    ...(differences.length === 0
      ? [
          servers.length === 0
            ? 'Neither snapshot holds a server.'
            : 'Nothing differs that decides whether a server works.',
        ]
      : []),
    ...(hasOtherKey
      ? ['Both tell values by tags, made with two different keys: whether values are equal cannot be told.']
      : []),
    `${left} other ${left === 1 ? 'difference was' : 'differences were'} left out: they decide nothing.`,
    '',
  ];
  return lines.join('\n');
};

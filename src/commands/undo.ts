import {type UndoOutcome, undoChange} from '../clients/edit/index.ts';
import type {Host} from '../model/host.ts';
import {printable} from '../model/printable.ts';
import type {FixRecord} from '../model/record.ts';
import {EXIT} from '../model/user-error.ts';
import {getRecord, listRecords} from '../records/index.ts';
import type {Arguments} from './arguments.ts';
import {handOf} from './attempt.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix undo [RECORD]`: the exact old bytes of the last change, or of the one that a record or a receipt names. */
export const undo = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const hand = handOf(host);
  const [named] = args.operands;
  const record = named === undefined ? null : await getRecord(hand.dataDir, named);
  const outcome = await undoChange(record?.change.receipt ?? named ?? 'latest', hand);
  terminal.out(
    args.flag('json')
      ? `${JSON.stringify({schemaVersion: 1, ...outcome}, null, 2)}\n`
      : `${printable(await whatOf(hand.dataDir, outcome, record))}\n`,
  );
  return outcome.kind === 'refused' ? EXIT.unchecked : EXIT.healthy;
};

/** Which change it was, as far as a record tells, and in which file. */
const whatOf = async (
  dataDir: string,
  {id, file, kind, note}: UndoOutcome,
  named: FixRecord | null,
): Promise<string> => {
  const record = named ?? (await listRecords(dataDir)).find(({change}) => change.receipt === id);
  const isUndone = kind !== 'refused' && kind !== 'already-undone';
  const {server, change} = record ?? {};
  const what = server === undefined ? '' : `${server.name} (${server.clientName}): ${change?.title ?? ''}\n`;
  return `${isUndone ? 'Undone: ' : ''}${what}${file}\n${note}`;
};

import {undoChange} from '../clients/edit/index.ts';
import type {Host} from '../model/host.ts';
import {EXIT} from '../model/user-error.ts';
import {getRecord} from '../records/index.ts';
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
    args.flag('json') ? `${JSON.stringify({schemaVersion: 1, ...outcome}, null, 2)}\n` : `${outcome.note}\n`,
  );
  return outcome.kind === 'refused' ? EXIT.unchecked : EXIT.healthy;
};

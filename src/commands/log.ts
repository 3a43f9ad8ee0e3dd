import type {Host} from '../model/host.ts';
import type {FixRecord} from '../model/record.ts';
import {UserError} from '../model/user-error.ts';
import {getRecord, listRecords, toMarkdown} from '../records/index.ts';
import type {Arguments} from './arguments.ts';
import {dataDirOf} from './attempt.ts';
import {fromHere} from './from-here.ts';
import {exportLog, logJson} from './log-export.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix log [list | show ID | export [--out FILE]]`: the records of past fixes. */
export const log = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const [what = 'list', id] = args.operands;
  const dataDir = dataDirOf(host);
  switch (what) {
    case 'list': {
      const records = await listRecords(dataDir);
      terminal.out(args.flag('json') ? logJson(records) : asText(records));
      return 0;
    }
    case 'show': {
      if (id === undefined) throw new UserError('Which record? Usage: mcp-fix log show ID. To see them: mcp-fix log');
      const record = await getRecord(dataDir, id);
      if (record === null) throw new UserError(`There is no record ${JSON.stringify(id)}. To see them: mcp-fix log`);
      terminal.out(args.flag('json') ? json({schemaVersion: 1, record}) : toMarkdown([record]));
      return 0;
    }
    case 'export': {
      const records = await listRecords(dataDir);
      const isJson = args.flag('json');
      const out = args.text('out');
      if (out === undefined) terminal.out(isJson ? logJson(records) : toMarkdown(records));
      else terminal.err(`${await exportLog(fromHere(host, out), {host, records, isJson})}\n`);
      return 0;
    }
    default:
      throw new UserError(`mcp-fix log knows list, show ID and export, not ${JSON.stringify(what)}.`);
  }
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const asText = (records: readonly FixRecord[]): string =>
  records.length === 0
    ? 'No fix is recorded yet. The wizard saves one when a repair works: mcp-fix\n'
    : `${records.map((record) => `${record.id}  ${record.at.slice(0, 10)}  ${record.server.name} (${record.server.clientName})  ${record.title}`).join('\n')}\n`;

import type {ActingEntry} from '../clients/index.ts';
import {partWays} from '../diagnosis/index.ts';
import type {Host} from '../model/host.ts';
import type {Investigation} from '../model/investigation.ts';
import {EXIT, type ExitCode, UserError} from '../model/user-error.ts';
import type {Arguments} from './arguments.ts';
import {compareWithLast} from './compare-last.ts';
import {type Compared, compareJson, compareText} from './compare-report.ts';
import {sidesOf} from './compare-sides.ts';
import {areSnapshots, compareSnapshots} from './compare-snapshots.ts';
import {lookAt, openSession} from './session.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix compare SERVER --as A --as B`: the first point where two clients part ways. docs/compare.md tells how to read it. */
export const compareClients = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const [name, second] = args.operands;
  if (args.flag('last')) return compareWithLast(args, host, terminal);
  if (areSnapshots(args.operands)) return compareSnapshots(args.operands, {host, terminal, json: args.flag('json')});
  if (second !== undefined)
    throw new UserError(
      `compare takes one server or two snapshots (files that end in .json), not ${JSON.stringify(name)} and ${JSON.stringify(second)}. To make a snapshot: mcp-fix snapshot --out A.json`,
    );
  if (name === undefined)
    throw new UserError('Which server? Usage: mcp-fix compare SERVER --as ONE --as OTHER. To see them: mcp-fix list');
  const session = await openSession(args, host);
  const found = await session.find();
  const [left, right] = sidesOf(found, name, args.texts('as'));
  const look = async (side: ActingEntry): Promise<Investigation> => {
    if (host.terminal.stderr && !args.flag('json'))
      terminal.err(`asking ${name} as ${side.entry.rules.clientName} …\n`);
    return lookAt(session, found, side.entry, {signal: terminal.signal});
  };
  // One after the other: two copies of a server that listens on a port would get in each other's way.
  const a = await look(left);
  const b = await look(right);
  const compared: Compared = {
    name,
    sides: [
      {acting: left, look: a},
      {acting: right, look: b},
    ],
    ways: partWays(a, b),
  };
  terminal.out(args.flag('json') ? `${JSON.stringify(compareJson(host, compared), null, 2)}\n` : compareText(compared));
  return terminal.signal.aborted ? EXIT.interrupted : exitOf(compared);
};

const exitOf = ({ways}: Compared): ExitCode =>
  ways.kind === 'not-asked' ? EXIT.unchecked : ways.kind === 'both-work' ? EXIT.healthy : EXIT.broken;

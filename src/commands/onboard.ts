import type {Host} from '../model/host.ts';
import {EXIT} from '../model/user-error.ts';
import {guardTerminal} from '../probes/process/index.ts';
import {standingOf} from '../repair/onboard/state.ts';
import {asText, missingIn} from '../repair/onboard/summary.ts';
import type {Arguments} from './arguments.ts';
import {fromHere} from './from-here.ts';
import {gather} from './onboard/gather.ts';
import {onboardPorts, rememberedProgress} from './onboard/ports.ts';
import {hasPlainConsole} from './screens.ts';
import {openSession} from './session.ts';
import {jobControl, streams, type Terminal} from './terminal.ts';

/**
 * `mcp-fix onboard`: what the servers of a cloned project need on this machine, one thing at a time, until each is proved.
 * Without a terminal, or with --dry-run, it prints the list and starts nothing: exit code 3 when something is missing.
 */
export const onboard = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const session = await openSession(args, host);
  const project = fromHere(host, session.projectDir ?? host.cwd ?? '.');
  const canDraw = host.terminal.stdin && host.terminal.stdout && host.env['TERM'] !== 'dumb';
  if (args.flag('dry-run') || !canDraw) {
    const {servers} = await gather(session, project);
    terminal.out(asText(servers, project));
    return missingIn(servers) > 0 ? EXIT.unchecked : EXIT.healthy;
  }
  const out = args.text('out');
  const ports = onboardPorts(session, project, out === undefined ? null : fromHere(host, out));
  const {runOnboard} = await import('../wizard/onboard/run-onboard.tsx');
  const release = await guardTerminal(host);
  try {
    const {code, state} = await runOnboard(ports, await rememberedProgress(session, project), {
      ...streams(),
      screenReader: args.flag('screen-reader') || host.env['INK_SCREEN_READER'] === 'true',
      ascii: hasPlainConsole(host),
      signal: terminal.signal,
      jobs: jobControl(),
    });
    if (code !== EXIT.healthy) return code;
    const all = state.servers.map((server) => standingOf(state, server));
    if (all.includes('fails')) return EXIT.broken;
    return all.every((one) => one === 'works') ? EXIT.healthy : EXIT.unchecked;
  } finally {
    release();
  }
};

import type {Host} from '../model/host.ts';
import {variable} from '../model/host.ts';
import {isRecord} from '../model/json.ts';
import type {RemoteLaunch, ServerEntry} from '../model/server.ts';
import {runOnce} from './process/index.ts';
import {parse} from './stdio/framing.ts';

const LIMIT_MS = 10_000;

/**
 * Runs the command that prints a remote entry's headers, as Claude Code does: by the shell, a JSON object of strings on
 * standard output; its headers win. Where it fails the headers stay as they are, and the server's answer tells the rest.
 */
export const withHelperHeaders = async (
  entry: ServerEntry,
  launch: RemoteLaunch,
  options: {readonly host: Host; readonly timeoutMs: number; readonly signal: AbortSignal},
): Promise<RemoteLaunch> => {
  const {headersHelper} = launch;
  if (headersHelper === null) return launch;
  const {host} = options;
  const isWindows = host.platform === 'win32';
  const shell = isWindows ? (variable(host, 'COMSPEC') ?? 'cmd.exe') : '/bin/sh';
  const answer = await runOnce({
    host,
    command: shell,
    args: isWindows ? ['/d', '/s', '/c', headersHelper] : ['-c', headersHelper],
    cwd: entry.projectDir ?? host.cwd ?? host.home ?? '/',
    env: host.env,
    timeoutMs: Math.min(LIMIT_MS, options.timeoutMs),
    signal: options.signal,
  });
  const printed = answer.exit?.code === 0 ? parse(answer.stdout) : undefined;
  if (!isRecord(printed)) return launch;
  const headers = Object.entries(printed).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const kept = Object.entries(launch.headers).filter(([name]) => !names.has(name.toLowerCase()));
  return {...launch, headers: Object.fromEntries([...kept, ...headers])};
};

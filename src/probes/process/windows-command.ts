import type {Host} from '../../model/host.ts';
import {variable} from '../../model/host.ts';

/** What is really given to the system, where that is not the command itself. */
export interface SpawnLine {
  readonly file: string;
  readonly args: readonly string[];
  readonly isVerbatim: boolean;
}

/**
 * Batch files are started through cmd.exe on Windows: since Node 20.12.2 a direct start of one fails with EINVAL.
 * Quoting as the package `cross-spawn` does it: once for the program's own parsing, once for cmd.exe, and twice for
 * shims of node_modules/.bin, which parse their arguments again.
 */
export const spawnLineOf = (
  host: Pick<Host, 'platform' | 'env'>,
  command: string,
  args: readonly string[],
): SpawnLine => {
  if (host.platform !== 'win32' || !/\.(cmd|bat)$/i.test(command)) return {file: command, args, isVerbatim: false};
  const isShim = /node_modules[\\/]\.bin[\\/][^\\/]+\.cmd$/i.test(command);
  const words = [escapeMeta(command), ...args.map((arg) => escapeArgument(arg, isShim))];
  return {
    file: variable(host, 'COMSPEC') ?? 'cmd.exe',
    args: ['/d', '/s', '/c', `"${words.join(' ')}"`],
    isVerbatim: true,
  };
};

const escapeMeta = (text: string): string => text.replace(/([()\][%!^"`<>&|;, *?])/g, '^$1');

const escapeArgument = (text: string, isTwice: boolean): string => {
  // Backslashes are doubled in front of a quotation mark and at the end; elsewhere they stand for themselves.
  const quoted = `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\*)$/, '$1$1')}"`;
  const once = escapeMeta(quoted);
  return isTwice ? escapeMeta(once) : once;
};

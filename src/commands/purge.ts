import {dataFolders, purge as removeAll} from '../files/index.ts';
import type {Host} from '../model/host.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import type {Arguments} from './arguments.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix purge --yes`: removes everything that we keep, and nothing else. Without --yes it only says what that is. */
export const purge = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const folders = dataFolders(host);
  if (folders === null) throw new UserError('HOME is not set, so mcp-fix keeps nothing here.', EXIT.unchecked);
  if (!args.flag('yes')) {
    terminal.out(
      `This removes records, backups (so no undo any more), approvals and preferences:\n  ${folders.data}\n  ${folders.config}\nYour clients' own files stay as they are. To do it: mcp-fix purge --yes\n`,
    );
    return EXIT.unchecked;
  }
  const removed = await removeAll(host);
  terminal.out(
    removed.length === 0
      ? 'There was nothing to remove.\n'
      : `Removed:\n${removed.map((file) => `  ${file}\n`).join('')}`,
  );
  return EXIT.healthy;
};

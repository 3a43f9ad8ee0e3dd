import {type Host, pathsOf, variable} from '../model/host.ts';
import type {StdioLaunch} from '../model/server.ts';
import type {Disk} from './disk.ts';

/** The real file behind a launch's command, as the system would look it up; null where there is none. */
export const resolveCommand = async (
  launch: StdioLaunch,
  folder: string,
  host: Host,
  disk: Disk,
): Promise<string | null> => {
  const paths = pathsOf(host);
  const isPath = launch.command.includes('/') || (host.platform === 'win32' && launch.command.includes('\\'));
  const path = launch.env['PATH'] ?? launch.env['Path'] ?? variable(host, 'PATH') ?? '';
  const folders = isPath ? [''] : path.split(paths.delimiter).filter((part) => part !== '');
  const endings =
    host.platform === 'win32' ? ['', ...(variable(host, 'PATHEXT') ?? '.COM;.EXE;.BAT;.CMD').split(';')] : [''];
  for (const part of folders)
    for (const ending of endings) {
      const status = await disk.status(paths.resolve(folder, part, launch.command + ending));
      if (status.kind === 'file' && (host.platform === 'win32' || status.isExecutable)) return status.realPath;
    }
  return null;
};

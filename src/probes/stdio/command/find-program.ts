import {fileStatus} from '../../../files/index.ts';
import {type Host, pathsOf, variable} from '../../../model/host.ts';

/** The endings that Windows tries, in order; none elsewhere. */
const endingsOf = (host: Host, name: string): readonly string[] => {
  if (host.platform !== 'win32') return [''];
  const list = (variable(host, 'PATHEXT') ?? '.COM;.EXE;.BAT;.CMD').split(';').filter((ending) => ending !== '');
  const hasEnding = list.some((ending) => name.toLowerCase().endsWith(ending.toLowerCase()));
  return hasEnding ? ['', ...list] : list.map((ending) => ending.toLowerCase());
};

/** The file that a start of `name` in these folders would take: the first that may be run, else the first that is there. */
export const findProgram = async (
  host: Host,
  folders: readonly string[],
  name: string,
  cwd: string,
): Promise<string | null> => {
  const paths = pathsOf(host);
  let blocked: string | null = null;
  for (const folder of folders) {
    for (const ending of endingsOf(host, name)) {
      const candidate = paths.join(paths.resolve(cwd, folder), name + ending);
      const status = await fileStatus(candidate);
      if (status.kind !== 'file') continue;
      if (status.isExecutable) return candidate;
      blocked ??= candidate;
    }
  }
  return blocked;
};

/** A command that is a path already, seen from the working folder; endings are tried on Windows. */
export const findAtPath = async (host: Host, command: string, cwd: string): Promise<string | null> => {
  const whole = pathsOf(host).resolve(cwd, command);
  for (const ending of endingsOf(host, whole)) {
    if ((await fileStatus(whole + ending)).kind === 'file') return whole + ending;
  }
  return null;
};

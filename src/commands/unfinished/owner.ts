import {kernelText} from '../../files/index.ts';
import {sendSignal} from '../../probes/process/index.ts';

/** The run of mcp-fix that a repair belongs to, told apart from a later one of the same number. */
export interface Owner {
  readonly pid: number;
  /** Clock ticks since the machine started; null where the kernel does not tell (macOS, Windows). */
  readonly startedAt: number | null;
}

export const ownerOf = (pid: number): Owner => ({pid, startedAt: startOf(pid)});

/** Whether that run still goes on. Where only its number is known, any process of that number counts. */
export const isAlive = ({pid, startedAt}: Owner): boolean => {
  if (!sendSignal(pid, 0)) return false;
  const now = startOf(pid);
  return startedAt === null || now === null || now === startedAt;
};

/** `pid (name) state …`: the 20th field after the name, which may hold spaces and brackets; see proc_pid_stat(5). */
const startOf = (pid: number): number | null => {
  const stat = kernelText(`/proc/${pid}/stat`);
  const ticks = Number(stat === null ? '' : stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  return stat === null || !Number.isSafeInteger(ticks) ? null : ticks;
};

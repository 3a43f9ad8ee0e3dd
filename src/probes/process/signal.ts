import {spawn} from 'node:child_process';
// The one use of `process` outside commands/host.ts: a signal to a whole group has no other name in Node.
import {kill} from 'node:process';
import type {Host} from '../../model/host.ts';

export type EndingSignal = 'SIGTERM' | 'SIGKILL';

/** Sends a signal to one process, or with a negative number to a group. False when nothing of that number is there. */
export const sendSignal = (pid: number, signal: EndingSignal | 'SIGCONT' | 0): boolean => {
  try {
    return kill(pid, signal);
  } catch {
    // ESRCH: gone already. EPERM: not ours (a recycled number), and so not to be touched.
    return false;
  }
};

/** Whether any process of the group is left, a zombie counted. */
export const isGroupAlive = (group: number): boolean => sendSignal(-group, 0);

/** Ends a process and its descendants: the whole group on POSIX, `taskkill /T` on Windows. */
export const endTree = (host: Pick<Host, 'platform'>, pid: number, signal: EndingSignal): void => {
  if (host.platform === 'win32') {
    const force = signal === 'SIGKILL' ? ['/F'] : [];
    const killer = spawn('taskkill', ['/PID', String(pid), '/T', ...force], {stdio: 'ignore', windowsHide: true});
    // Without taskkill nothing more can be done; the survivors' list tells.
    killer.on('error', () => undefined);
    killer.unref();
    return;
  }
  sendSignal(-pid, signal);
  // A stopped process takes SIGTERM only when it goes on.
  if (signal === 'SIGTERM') sendSignal(-pid, 'SIGCONT');
};

import fs from 'node:fs';

export interface Seen {
  readonly pid: number;
  readonly command: string;
}

const textOf = (file: string): string => {
  try {
    return fs.readFileSync(file, 'latin1');
  } catch {
    return '';
  }
};

/** Every living process that has these words in its environment. */
export const processesWith = (words: string): readonly Seen[] =>
  fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    const isDead = / [ZX] /.test(textOf(`/proc/${name}/stat`).replace(/^.*\)/, ''));
    if (isDead || !textOf(`/proc/${name}/environ`).includes(words)) return [];
    return [{pid: Number(name), command: textOf(`/proc/${name}/cmdline`).replaceAll('\0', ' ').slice(0, 200)}];
  });

/** The most memory that a process ever had, in megabytes; 0 when it is gone. */
export const peakMegabytes = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** Ends what a trial found left over, so that it does not stay on the machine. */
export const endAll = (left: readonly Seen[]): void => {
  for (const {pid} of left) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It was gone already.
    }
  }
};

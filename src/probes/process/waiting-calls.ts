/** How a call that waits tells its limit: it has none, a number of ms or a pointer that must be null in an argument, or it reads. */
type Limit = {readonly kind: 'none' | 'ms' | 'pointer' | 'read'; readonly at: number};

const none: Limit = {kind: 'none', at: 0};
const read: Limit = {kind: 'read', at: 0};
const ms = (at: number): Limit => ({kind: 'ms', at});
const pointer = (at: number): Limit => ({kind: 'pointer', at});

/**
 * The calls in which a thread waits for us or for another thread, by the kernel's number on each kind of processor
 * (arch/x86/entry/syscalls/syscall_64.tbl; include/uapi/asm-generic/unistd.h).
 */
const CALLS: Readonly<Record<string, Readonly<Record<string, Limit>>>> = {
  // read, poll, select, pause, wait4, rt_sigsuspend, futex, epoll_wait, waitid, pselect6, ppoll, epoll_pwait, epoll_pwait2
  x64: {
    ...{0: read, 7: ms(2), 23: pointer(4), 34: none, 61: none, 130: none, 202: pointer(3)},
    ...{232: ms(3), 247: none, 270: pointer(4), 271: pointer(2), 281: ms(3), 441: pointer(3)},
  },
  // epoll_pwait, read, pselect6, ppoll, waitid, futex, rt_sigsuspend, wait4, epoll_pwait2
  arm64: {
    ...{22: ms(3), 63: read, 72: pointer(4), 73: pointer(2), 95: none, 98: pointer(3)},
    ...{133: none, 260: none, 441: pointer(3)},
  },
};

/** The processors whose calls are known. */
export const knowsCalls = (arch: string): boolean => Object.hasOwn(CALLS, arch);

/**
 * Whether a line of /proc/PID/task/TID/syscall says that the thread waits, without a limit or for `longMs` at least, or for
 * its standard input. "running", and every call that is not known, does not.
 */
export const isWaiting = (arch: string, line: string, longMs: number): boolean => {
  const [call = '', ...args] = line.trim().split(' ');
  const limit = CALLS[arch]?.[call];
  const register = args[limit?.at ?? 0];
  if (limit === undefined || register === undefined || !/^0x[0-9a-f]{1,16}$/.test(register)) return false;
  if (limit.kind === 'none') return true;
  const value = BigInt(register);
  if (limit.kind !== 'ms') return value === 0n;
  // The kernel shows the whole register; an int is its lower half, and below zero it is for ever.
  const timeout = BigInt.asIntN(32, value);
  return timeout < 0n || timeout >= BigInt(Math.ceil(longMs));
};

import {EventEmitter} from 'node:events';
import vm from 'node:vm';
import {SUPERVISOR} from '../../../src/probes/process/supervisor-script.ts';

type Platform = 'linux' | 'darwin' | 'win32';
export interface Facts {
  readonly platform?: Platform;
  readonly tty?: string;
  /** What stands under /proc: a number's environment, or null where it may not be read. */
  readonly proc?: Readonly<Record<string, string | null>>;
  /** What programs answer, by their words. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Groups that live until this signal, or for ever. */
  readonly alive?: Record<string, string>;
  readonly failing?: readonly string[];
}

/** The program in a made-up world: what it asks of the system is written down, and time goes when it is told. */
export const world = ({
  platform = 'linux',
  tty = 'none',
  proc = {},
  answers = {},
  alive = {},
  failing = [],
}: Facts = {}) => {
  const log: string[] = [];
  const exits: number[] = [];
  const groups = new Map(Object.entries(alive));
  let tick: (() => void) | null = null;
  let every = 0;
  const stdin = new EventEmitter();
  const handlers = new Map<string, () => void>();
  const may = (what: string): void => {
    if (failing.includes(what)) throw new Error(what);
  };
  const fs = {
    readdirSync: (folder: string) => {
      log.push(`list ${folder}`);
      return Object.keys(proc);
    },
    readFileSync: (file: string, encoding: string) => {
      const text = proc[/^\/proc\/(.*)\/environ$/.exec(file)?.[1] ?? ''];
      if (encoding !== 'latin1' || typeof text !== 'string') throw new Error('EACCES');
      return text;
    },
    writeSync: (fd: number, text: string) => {
      may(`write ${fd}`);
      log.push(`write ${fd} ${JSON.stringify(text)}`);
    },
  };
  const spawnSync = (file: string, args: readonly string[], options: unknown) => {
    log.push(`${file} ${args.join(' ')} ${JSON.stringify(options)}`);
    const stdout = answers[`${file} ${args.join(' ')}`];
    return stdout === undefined ? {status: 1, stdout: ''} : {status: 0, stdout};
  };
  const process = {
    platform,
    pid: 999,
    argv: ['node', 'MARK', tty],
    stdin,
    exit: (code: number) => exits.push(code),
    on: (signal: string, handler: () => void) => {
      may(`on ${signal}`);
      handlers.set(signal, handler);
    },
    kill: (pid: number, signal: string | number) => {
      if (signal !== 0) log.push(`kill ${pid} ${signal}`);
      const until = groups.get(String(pid));
      if (until === undefined) throw new Error('ESRCH');
      if (until === signal) groups.delete(String(pid));
      return true;
    },
  };
  vm.runInNewContext(SUPERVISOR, {
    process,
    require: (name: string) => ({fs, child_process: {spawnSync}})[name],
    setInterval: (work: () => void, ms: number) => {
      tick = work;
      every = ms;
      return 7;
    },
    clearInterval: (timer: number) => {
      if (timer === 7) tick = null;
    },
  });
  return {
    log,
    exits,
    handlers,
    say: (text: string) => stdin.emit('data', text),
    end: (event = 'end') => stdin.emit(event),
    every: () => every,
    /** Goes on for so many rounds; answers what happened in them. */
    rounds: (count: number): readonly string[] => {
      const from = log.length;
      for (let round = 0; round < count; round += 1) tick?.();
      return log.slice(from).filter((line) => !line.startsWith('list'));
    },
    /** What it did, without its looks at /proc. */
    did: () => log.filter((line) => !line.startsWith('list')),
  };
};

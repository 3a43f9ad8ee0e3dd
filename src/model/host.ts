import path from 'node:path';

/**
 * The machine, as a value. Only `commands/host.ts` reads `process` and `node:os`; everything else is given a Host,
 * so that Windows and macOS rules are tested on Linux.
 */
export interface Host {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly arch: string;
  readonly osRelease: string;
  /** The home folder; null where the machine names none. */
  readonly home: string | null;
  /** The folder that the person stands in; null where it was deleted under us. */
  readonly cwd: string | null;
  /** The environment that the person's shell gave us, without what our own launcher set. */
  readonly env: Readonly<Record<string, string>>;
  /** The Node that runs us: path and version without the `v`. */
  readonly node: {readonly path: string; readonly version: string};
  readonly cores: number;
  readonly uid: number | null;
  /** Under Windows Subsystem for Linux. */
  readonly isWsl: boolean;
  readonly terminal: {
    readonly stdin: boolean;
    readonly stdout: boolean;
    readonly stderr: boolean;
    readonly columns: number;
  };
  readonly version: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** Path functions of the host's platform (not of the machine that runs the tests). */
export const pathsOf = (host: Pick<Host, 'platform'>): path.PlatformPath =>
  host.platform === 'win32' ? path.win32 : path.posix;

/** A variable's value; on Windows names match in any case. */
export const variable = (host: Pick<Host, 'platform' | 'env'>, name: string): string | undefined => {
  const exact = host.env[name];
  if (exact !== undefined || host.platform !== 'win32') return exact;
  const lower = name.toLowerCase();
  return Object.entries(host.env).find(([key]) => key.toLowerCase() === lower)?.[1];
};

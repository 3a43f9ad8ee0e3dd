import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {bundled} from './bundled.ts';
import {injected} from './save-injection.ts';
import {runToEnd, type TrialOptions, withFolder} from './trial.ts';

const PATHS = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;

/** A folder where file systems are mounted, and the way to take them down again. */
interface Bench {
  readonly dir: string;
  readonly run: (command: string, ...args: readonly string[]) => void;
  /** Mounts a file system and answers where. */
  readonly mount: (name: string, ...args: readonly string[]) => string;
}

const onBench = <T>(work: (bench: Bench) => Promise<T>): Promise<T> =>
  withFolder(async (dir) => {
    const mounts: string[] = [];
    const run = (command: string, ...args: readonly string[]): void =>
      void execFileSync(command, args, {stdio: 'ignore', env: {PATH: PATHS}});
    const mount = (name: string, ...args: readonly string[]): string => {
      const at = path.join(dir, name);
      fs.mkdirSync(at);
      const [command = '', ...rest] = args;
      run(command, ...rest, at);
      mounts.unshift(at);
      return at;
    };
    try {
      return await work({dir, run, mount});
    } finally {
      for (const at of mounts) run('umount', at);
    }
  });

const tmpfs = ({mount}: Bench, name: string, options: string): string =>
  mount(name, 'mount', '-t', 'tmpfs', '-o', options, 'tmpfs');

const image = ({dir, run}: Bench, name: string, kilobytes: number, ...make: readonly string[]): string => {
  const file = path.join(dir, `${name}.image`);
  fs.writeFileSync(file, Buffer.alloc(kilobytes * 1024));
  const [command = '', ...args] = make;
  run(command, ...args, file);
  return file;
};

const fat = (bench: Bench): string =>
  bench.mount('fat', 'fusefat', '-o', 'rw+', image(bench, 'fat', 2048, 'mkfs.vfat'));

const ext2 = (bench: Bench): string =>
  bench.mount('ext2', 'mount', '-o', 'loop', image(bench, 'ext2', 16_384, 'mkfs.ext2', '-q'));

const overlay = (bench: Bench, upper: string): string => {
  const base = tmpfs(bench, 'low', 'size=1m');
  const [up, work] = [path.join(upper, 'up'), path.join(upper, 'work')];
  for (const folder of [up, work]) fs.mkdirSync(folder);
  return bench.mount('all', 'mount', '-t', 'overlay', '-o', `lowerdir=${base},upperdir=${up},workdir=${work}`, 'none');
};

const GOOD = `{\n  "mcpServers": {"notes": {"command": "old"}},\n  "padding": "${'p'.repeat(6000)}"\n}\n`;

/** A good file of 6 KB at a place; the change makes it 40 KB unless told. */
interface Full {
  readonly name: string;
  readonly told: RegExp | null;
  readonly bytes?: number;
  readonly make: (bench: Bench) => {readonly file: string; readonly data: string};
  /** Words in front of the program, for a limit of the shell. */
  readonly shell?: string;
}

const goodAt = (folder: string): string => {
  const file = path.join(folder, 'settings.json');
  fs.writeFileSync(file, GOOD);
  return file;
};
const roomy = ({dir}: Bench): string => path.join(dir, 'data');

const FULL: readonly Full[] = [
  {
    name: 'a disk of 32 KB',
    told: /disk is full/,
    make: (bench) => ({file: goodAt(tmpfs(bench, 'small', 'size=32k')), data: roomy(bench)}),
  },
  {
    name: 'a disk of 32 KB that is enough',
    told: null,
    bytes: 10,
    make: (bench) => ({file: goodAt(tmpfs(bench, 'small', 'size=32k')), data: roomy(bench)}),
  },
  {
    name: 'no name left on the disk',
    told: /disk is full/,
    bytes: 10,
    make: (bench) => {
      const at = tmpfs(bench, 'few', 'size=1m,nr_inodes=3');
      const file = goodAt(at);
      fs.writeFileSync(path.join(at, 'last'), '');
      return {file, data: roomy(bench)};
    },
  },
  {
    name: 'no room for the backup',
    told: /no backup can be kept/,
    make: (bench) => ({file: goodAt(bench.dir), data: tmpfs(bench, 'small', 'size=16k')}),
  },
  {
    name: 'a limit on the size of files',
    told: /no backup can be kept|larger than you are allowed/,
    shell: "trap '' XFSZ; ulimit -f 16;",
    make: (bench) => ({file: goodAt(bench.dir), data: roomy(bench)}),
  },
  {
    name: 'a full layer above another',
    told: /disk is full/,
    make: (bench) => {
      const all = overlay(bench, tmpfs(bench, 'upper', 'size=32k'));
      fs.writeFileSync(path.join(bench.dir, 'low', 'settings.json'), GOOD);
      return {file: path.join(all, 'settings.json'), data: roomy(bench)};
    },
  },
  {
    name: 'a full FAT disk',
    // This driver answers EPERM where others say ENOSPC.
    told: /disk is full|does not allow it/,
    make: (bench) => {
      const at = fat(bench);
      const file = goodAt(at);
      fs.writeFileSync(path.join(at, 'filler'), Buffer.alloc(1980 * 1024));
      return {file, data: roomy(bench)};
    },
  },
];

const saveOn = (program: string, full: Full): Promise<string | null> =>
  onBench(async (bench) => {
    const {file, data} = full.make(bench);
    const before = fs.readFileSync(file, 'utf8');
    const names = fs.readdirSync(path.dirname(file)).join(' ');
    const argv = [process.execPath, program, file, data, '', String(full.bytes ?? 40_000)];
    const ran = await runToEnd(full.shell === undefined ? argv : ['sh', '-c', `${full.shell} "$@"`, 'sh', ...argv]);
    if (ran.out === '') return `no word: ${ran.err.slice(0, 300)}`;
    const told: {isWritten: boolean; words: string | null; isCrash: boolean} = JSON.parse(ran.out);
    const now = fs.readFileSync(file, 'utf8');
    const beside = fs.readdirSync(path.dirname(file)).filter((name) => /\.tmp$|\.lock/.test(name));
    if (beside.length > 0) return `left over: ${beside.join(', ')} (before: ${names})`;
    if (full.told === null)
      return told.isWritten && now === before.replace('"old"', `"${'n'.repeat(full.bytes ?? 0)}"`)
        ? null
        : `not written: ${told.words}`;
    if (now !== before) return 'a third state';
    return !told.isCrash && full.told.test(told.words ?? '') ? null : `told: ${told.words}`;
  });

/** Places where faults are injected into saves too. */
const PLACES = {
  overlayfs: (bench: Bench) => overlay(bench, tmpfs(bench, 'upper', 'size=64m')),
  ext2,
  'FAT (fuse)': fat,
};

const sentence = (error: unknown): string => String(error).split('\n')[0] ?? '';

/** Saves on disks that are really full, small, layered or old; the ordinary run mounts nothing. */
export const onRealDisks = async (
  options: TrialOptions,
  save: string,
  folder: string,
): Promise<{readonly figures: string; readonly wrong: readonly string[]}> => {
  if (options.scale < 0.2) return {figures: '', wrong: []};
  const program = await bundled(options.root, 'test/torture/programs/change.ts', folder);
  const wrong: string[] = [];
  const notRun: string[] = [];
  let kept = 0;
  for (const full of FULL) {
    const trouble = await saveOn(program, full).catch((error: unknown) => new Error(sentence(error)));
    if (trouble instanceof Error) notRun.push(`${full.name} (${trouble.message})`);
    else if (trouble === null) kept += 1;
    else wrong.push(`${full.name}: ${trouble}`);
  }
  const places: string[] = [];
  for (const [name, make] of Object.entries(PLACES)) {
    const seen = await onBench(async (bench) => {
      const cases = [{shape: 'plain', size: 4096} as const, {shape: 'crlf with comments', size: 40_960} as const];
      const place: `/${string}` = `/${make(bench).slice(1)}`;
      return injected(save, cases, {count: Math.round(300 * options.scale), seed: options.seed, place});
    }).catch((error: unknown) => new Error(sentence(error)));
    if (seen instanceof Error) notRun.push(`${name} (${seen.message})`);
    else {
      places.push(`${seen.hits} of ${seen.chosen} on ${name}`);
      wrong.push(...seen.wrong.map((line) => `${name}: ${line}`));
    }
  }
  const lacking = notRun.length === 0 ? '' : `; not run here: ${notRun.join(', ')}`;
  return {
    figures: `; ${kept} of ${FULL.length} full or limited disks right; injections ${places.join(', ')}${lacking}`,
    wrong,
  };
};

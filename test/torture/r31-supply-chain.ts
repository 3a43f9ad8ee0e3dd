import fs from 'node:fs';
import path from 'node:path';
import {ages, broughtBy} from './r31-ages.ts';
import {few, type Outcome, runToEnd, type Trial, type TrialOptions, withFolder} from './trial.ts';

const PARTS = [
  'src',
  'bin',
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
];

interface Packed {
  readonly integrity: string;
  readonly entryCount: number;
  readonly size: number;
}

/** npm asks nobody: what is packed or listed lies here. */
const npm = async (args: readonly string[], cwd: string, cache: string): Promise<string> => {
  const ran = await runToEnd(['npm', ...args, '--offline', '--ignore-scripts', '--cache', cache], {
    cwd,
    limitMs: 120_000,
  });
  if (ran.code !== 0) throw new Error(`npm ${args[0]} ended with ${ran.code}: ${ran.err.slice(-300)}`);
  return ran.out;
};

const copied = (from: string, to: string): void => {
  for (const part of PARTS) fs.cpSync(path.join(from, part), path.join(to, part), {recursive: true});
  fs.symlinkSync(fs.realpathSync(path.join(from, 'node_modules')), path.join(to, 'node_modules'));
};

/** A package of the tree `root`, or of a fresh copy of it that is built first. */
const packed = async (root: string, dir: string, isFresh: boolean): Promise<Packed | undefined> => {
  let from = root;
  if (isFresh) {
    from = path.join(dir, 'copy');
    copied(root, from);
    const built = await runToEnd([process.execPath, 'src/build/build.mjs'], {cwd: from, limitMs: 180_000});
    if (built.code !== 0) throw new Error(`the build ended with ${built.code}: ${built.err.slice(-300)}`);
  }
  const list: readonly Packed[] = JSON.parse(
    await npm(['pack', '--json', '--pack-destination', dir], from, path.join(dir, 'cache')),
  );
  return list[0];
};

/** 'name@version' of what is bundled, as the licence file lists it. */
const bundledPackages = (root: string): readonly string[] =>
  fs
    .readFileSync(path.join(root, 'dist/THIRD-PARTY-LICENSES'), 'utf8')
    .split(`${'-'.repeat(80)}\n`)
    .flatMap((part) => /^(@?[^\s@]+@\d[^\s]*)/m.exec(part)?.[1] ?? []);

const run = (options: TrialOptions): Promise<Outcome> =>
  withFolder(async (dir) => {
    const isWhole = options.scale >= 1;
    // A tree that somebody works on stands still only as a copy.
    const root = isWhole ? path.join(dir, 'tree') : options.root;
    if (isWhole) copied(options.root, root);
    const two: (Packed | undefined)[] = [];
    for (const name of ['one', 'two']) {
      fs.mkdirSync(path.join(dir, name));
      two.push(await packed(root, path.join(dir, name), isWhole));
    }
    const [one, other] = two;
    const sbom: {
      readonly bomFormat: string;
      readonly components: readonly {
        readonly name: string;
        readonly group?: string;
        readonly version: string;
        readonly hashes?: readonly object[];
      }[];
    } = JSON.parse(
      await npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], options.root, path.join(dir, 'cache')),
    );
    const listed = new Set(
      sbom.components.map(
        ({group, name, version}) =>
          `${group === undefined || name.startsWith('@') ? '' : `${group}/`}${name}@${version}`,
      ),
    );
    const inside = bundledPackages(options.root);
    const unlisted = inside.filter((name) => !listed.has(name));
    const unhashed = sbom.components.filter(({hashes}) => (hashes ?? []).length === 0);
    const young = isWhole ? await ages(options.root, path.join(dir, 'cache')) : null;
    return {
      ...(isWhole && young === null
        ? {notRun: 'the registry cannot be reached, so nobody tells how old the versions are'}
        : {}),
      figures: `npm pack twice${isWhole ? ' from two fresh builds' : ''}: ${one?.integrity === other?.integrity ? 'equal' : 'NOT equal'}, ${one?.entryCount} files, ${one?.size} bytes; a bill of materials of ${sbom.components.length} packages, ${unhashed.length} without a hash; ${inside.length} bundled, ${unlisted.length} of them not in it (${broughtBy(options.root, inside)})${young === null ? '' : `; ${young.figures}`}`,
      wrong: few([
        ...(one === undefined || one.integrity !== other?.integrity ? ['two packages of one tree differ'] : []),
        ...(inside.length === 0 ? ['no bundled package was found in the licence file'] : []),
        ...unlisted.map((name) => `${name} is bundled and not in the bill of materials`),
        ...unhashed.map(({name}) => `${name} has no hash`),
        ...(young?.wrong ?? []),
      ]),
    };
  });

export const r31: Trial = {promise: 'R31', title: 'the supply chain', run};

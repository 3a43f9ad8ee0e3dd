import fs from 'node:fs';
import path from 'node:path';
import {diagnoseAll} from '../../src/diagnosis/index.ts';
import {KNOWN_PACKAGES} from '../../src/probes/stdio/command/known-packages.ts';
import {lookAtPackage, nameAndVersion, nearKnown} from '../../src/probes/stdio/command/package-look.ts';
import {evidenceOf} from '../helpers/evidence.ts';
import {aHost} from './a-host.ts';
import {aWorld} from './a-world.ts';
import {REAL_PACKAGES} from './real-packages.ts';
import {
  below,
  few,
  type Outcome,
  pick,
  randomOf,
  runToEnd,
  scaled,
  type Trial,
  type TrialOptions,
  withFolder,
} from './trial.ts';

type Ecosystem = 'npm' | 'pypi';

/** Ways in which a name makes believe to be another: the five of typosquatting. `at` is a place in the name. */
const SQUATS: Readonly<Record<string, (name: string, at: number) => string>> = {
  swap: (name, at) => `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at] ?? ''}${name.slice(at + 2)}`,
  drop: (name, at) => name.slice(0, at) + name.slice(at + 1),
  double: (name, at) => name.slice(0, at + 1) + name.slice(at),
  hyphen: (name) => (name.includes('-') ? name.replace('-', '') : name.replace(/mcp/, 'm-cp')),
  underscore: (name) => (name.includes('-') ? name.replace('-', '_') : `${name}_`),
  scope: (name) =>
    name.startsWith('@modelcontextprotocol/')
      ? name.slice(1).replace('/', '-')
      : name.startsWith('@')
        ? name.replace('/', 's/')
        : `${name}s`,
  homoglyph: (name) => name.replace(/[aeocp]/, (one) => ({a: 'а', e: 'е', o: 'о', c: 'с', p: 'р'})[one] ?? one),
  digit: (name) =>
    /[lo]/.test(name) ? name.replace(/[lo]/, (one) => (one === 'l' ? '1' : '0')) : name.replace(/e/, '3'),
};

const squatsOf = (
  random: () => number,
  count: number,
): readonly {readonly name: string; readonly of: string; readonly ecosystem: Ecosystem; readonly how: string}[] => {
  const known = (['npm', 'pypi'] as const).flatMap((ecosystem) =>
    KNOWN_PACKAGES[ecosystem].map((spec) => ({ecosystem, of: nameAndVersion(spec, ecosystem).name})),
  );
  const real = new Set(known.map(({of}) => of));
  const found: {name: string; of: string; ecosystem: Ecosystem; how: string}[] = [];
  const seen = new Set<string>();
  for (let turn = 0; found.length < count && turn < 100 * count; turn += 1) {
    const {of, ecosystem} = pick(random, known);
    const how = Object.keys(SQUATS)[turn % Object.keys(SQUATS).length] ?? 'swap';
    const start = of.indexOf('/') + 1;
    const name = SQUATS[how]?.(of, start + 1 + below(random, of.length - start - 3)) ?? of;
    // To PyPI an underscore is a hyphen: that name is the package itself.
    if (ecosystem === 'pypi' && how === 'underscore') continue;
    if (real.has(name) || seen.has(name)) continue;
    seen.add(name);
    found.push({name, of, ecosystem, how});
  }
  return found;
};

/** What the fixes of an entry with this package would write; each package among it must have an exact version. */
const loosePackages = async (
  ecosystem: Ecosystem,
  name: string,
): Promise<{readonly loose: readonly string[]; readonly proposed: readonly string[]}> => {
  const [command, args] = ecosystem === 'npm' ? ['npx', ['-y', name]] : ['uvx', [name]];
  const look = await lookAtPackage(aHost('/nowhere'), {command, args, cwd: '/nowhere'});
  const evidence = evidenceOf({
    entry: {raw: {command, args}},
    command: {command, args, resolved: `/usr/bin/${command}`, ...(look === null ? {} : {package: {...look}})},
  });
  const proposed = diagnoseAll(evidence).findings.flatMap(({fixes}) =>
    fixes.flatMap((fix) =>
      fix.kind === 'edit' && fix.change.edit.kind === 'set' && typeof fix.change.edit.value === 'string'
        ? [fix.change.edit.value]
        : [],
    ),
  );
  const packages = proposed.filter((value) =>
    value.includes(nameAndVersion(nearKnown(name, ecosystem)?.name ?? '-', ecosystem).name),
  );
  return {
    proposed: packages,
    loose: packages.filter((value) => !(ecosystem === 'npm' ? /.@\d+\.\d+\.\d+/ : /==\d+\.\d+/).test(value)),
  };
};

/** A squat in a configuration: nothing of it starts and nothing is sent before a yes. */
const beforeConsent = (options: TrialOptions, names: readonly string[]): Promise<readonly string[]> =>
  withFolder(async (dir) => {
    const world = aWorld(dir);
    world.write('home/.claude.json', {
      mcpServers: Object.fromEntries(names.map((name, index) => [`s${index}`, {command: 'npx', args: ['-y', name]}])),
    });
    const log = path.join(dir, 'log');
    await runToEnd(
      [
        'strace',
        '-f',
        '-qq',
        '--seccomp-bpf',
        '-o',
        log,
        '-e',
        'trace=execve,connect,sendto',
        process.execPath,
        options.program,
        'check',
        '--json',
      ],
      {cwd: world.project, env: world.env},
    );
    return fs
      .readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => /AF_INET|execve\(.*npx/.test(line));
  });

const run = async (options: TrialOptions): Promise<Outcome> => {
  if ((await runToEnd(['strace', '-V']).catch(() => null)) === null)
    return {figures: '', wrong: [], notRun: 'strace is missing'};
  const squats = squatsOf(randomOf(options.seed), scaled(200, options));
  const missed = squats.filter(({name, ecosystem}) => nearKnown(name, ecosystem) === null);
  const real = (['npm', 'pypi'] as const).flatMap((ecosystem) =>
    REAL_PACKAGES[ecosystem].map((name) => ({name, ecosystem})),
  );
  const alarms = real.filter(({name, ecosystem}) => nearKnown(name, ecosystem) !== null);
  const loose: string[] = [];
  let proposals = 0;
  for (const {name, ecosystem} of squats) {
    const told = await loosePackages(ecosystem, name);
    proposals += told.proposed.length;
    loose.push(...told.loose);
  }
  const early = await beforeConsent(
    options,
    squats.map(({name}) => name),
  );
  const most = Math.ceil(squats.length / 20);
  const sum = `${squats.length} squats: ${squats.length - missed.length} told; ${real.length} real names: ${alarms.length} false alarms; ${proposals} proposals with a package, ${loose.length} without an exact version; ${early.length} calls before consent`;
  return {
    figures: sum,
    wrong: few([
      ...(missed.length > most ? missed.map(({name, of, how}) => `not told: ${name} (${how} of ${of})`) : []),
      ...(alarms.length > 4
        ? alarms.map(({name, ecosystem}) => `false alarm: ${name} (near ${nearKnown(name, ecosystem)?.name})`)
        : []),
      ...loose.map((value) => `without an exact version: ${value}`),
      ...early,
      ...(proposals < squats.length / 2 ? [`only ${proposals} proposals`] : []),
    ]),
  };
};

export const r32: Trial = {promise: 'R32', title: 'no unpinned or unseen package in a proposal', run};

import type {PackageLook} from '../../../model/evidence.ts';

/** How a package runner is called: which argument names the package, and which the executable. Indexes in `args`. */
export interface RunnerCall {
  readonly runner: string;
  readonly ecosystem: PackageLook['ecosystem'];
  readonly spec: string;
  readonly argIndex: number;
  readonly binArgIndex: number | null;
  readonly hasYes: boolean;
  readonly hasInteractive: boolean;
}

interface Shape {
  readonly runner: string;
  readonly ecosystem: PackageLook['ecosystem'];
  /** Words between the program and the rest: ['dlx']. */
  readonly words: readonly string[];
  /** The option that names the package apart from the executable. */
  readonly packageOption: RegExp | null;
  readonly valueOptions: RegExp;
}

const NPX_VALUES = /^(-p|--package|-c|--call|-w|--workspace|--prefix|--registry|--cache|--userconfig|--loglevel)$/;
const UV_VALUES =
  /^(--from|--with|--with-editable|--with-requirements|-p|--python|--directory|--project|-i|--index|--index-url|--default-index|--extra-index-url|-f|--find-links|--refresh-package|--cache-dir|--config-file|--env-file|--prerelease|--resolution|-U|-P|--upgrade-package|-c|--constraints|--overrides)$/;
const DOCKER_VALUES =
  /^(-e|--env|--env-file|-v|--volume|--mount|-p|--publish|--name|--network|--net|-w|--workdir|-u|--user|--entrypoint|-l|--label|--platform|--pull|-m|--memory|--cpus|--add-host|-h|--hostname|--gpus|--tmpfs|--dns|--security-opt|--cap-add|--cap-drop|--ulimit|--log-driver|--restart|--ipc|--pid|--device|--init-path)$/;

const SHAPES: readonly (readonly [program: RegExp, shape: Shape])[] = [
  [
    /^npx$/,
    {runner: 'npx', ecosystem: 'npm', words: [], packageOption: /^(-p|--package)(=|$)/, valueOptions: NPX_VALUES},
  ],
  [
    /^npm$/,
    {runner: 'npm exec', ecosystem: 'npm', words: ['exec'], packageOption: /^--package(=|$)/, valueOptions: NPX_VALUES},
  ],
  [
    /^npm$/,
    {runner: 'npm exec', ecosystem: 'npm', words: ['x'], packageOption: /^--package(=|$)/, valueOptions: NPX_VALUES},
  ],
  [
    /^bunx$/,
    {
      runner: 'bunx',
      ecosystem: 'npm',
      words: [],
      packageOption: /^(-p|--package)(=|$)/,
      valueOptions: /^(-p|--package)$/,
    },
  ],
  [
    /^bun$/,
    {
      runner: 'bunx',
      ecosystem: 'npm',
      words: ['x'],
      packageOption: /^(-p|--package)(=|$)/,
      valueOptions: /^(-p|--package)$/,
    },
  ],
  [
    /^pnpm$/,
    {
      runner: 'pnpm dlx',
      ecosystem: 'npm',
      words: ['dlx'],
      packageOption: /^--package(=|$)/,
      valueOptions: /^--package$/,
    },
  ],
  [
    /^pnpx$/,
    {runner: 'pnpm dlx', ecosystem: 'npm', words: [], packageOption: /^--package(=|$)/, valueOptions: /^--package$/},
  ],
  [
    /^yarn$/,
    {
      runner: 'yarn dlx',
      ecosystem: 'npm',
      words: ['dlx'],
      packageOption: /^(-p|--package)(=|$)/,
      valueOptions: /^(-p|--package)$/,
    },
  ],
  [/^uvx$/, {runner: 'uvx', ecosystem: 'pypi', words: [], packageOption: /^--from(=|$)/, valueOptions: UV_VALUES}],
  [
    /^uv$/,
    {runner: 'uvx', ecosystem: 'pypi', words: ['tool', 'run'], packageOption: /^--from(=|$)/, valueOptions: UV_VALUES},
  ],
  [
    /^pipx$/,
    {
      runner: 'pipx run',
      ecosystem: 'pypi',
      words: ['run'],
      packageOption: /^--spec(=|$)/,
      valueOptions: /^(--spec|--python|--index-url|-i|--pip-args)$/,
    },
  ],
  [
    /^(docker|podman|nerdctl)$/,
    {runner: 'docker run', ecosystem: 'docker', words: ['run'], packageOption: null, valueOptions: DOCKER_VALUES},
  ],
  [
    /^(docker|podman)$/,
    {
      runner: 'docker run',
      ecosystem: 'docker',
      words: ['container', 'run'],
      packageOption: null,
      valueOptions: DOCKER_VALUES,
    },
  ],
];

/** What a runner is asked to run; null where the program is no runner, or names no package. */
export const runnerCall = (program: string, args: readonly string[]): RunnerCall | null => {
  if (program === 'deno') return denoCall(args);
  if (program === 'uv' && args[0] === 'run') return uvRunCall(args);
  for (const [pattern, shape] of SHAPES) {
    if (!pattern.test(program) || !shape.words.every((word, at) => args[at] === word)) continue;
    const call = readCall(shape, args);
    if (call !== null) return call;
  }
  return null;
};

const readCall = (shape: Shape, args: readonly string[]): RunnerCall | null => {
  let named: {readonly spec: string; readonly at: number} | null = null;
  let plain: number | null = null;
  const options: string[] = [];
  for (let at = shape.words.length; at < args.length && plain === null; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--') plain = at + 1 < args.length ? at + 1 : null;
    if (arg === '--') break;
    if (!arg.startsWith('-')) {
      plain = at;
      break;
    }
    options.push(arg);
    const isPackage = shape.packageOption?.test(arg) === true;
    if (isPackage && arg.includes('=')) named = {spec: arg.slice(arg.indexOf('=') + 1), at};
    else if (shape.valueOptions.test(arg)) {
      at += 1;
      if (isPackage) named = {spec: args[at] ?? '', at};
    }
  }
  const spec = named?.spec ?? (plain === null ? undefined : args[plain]);
  const argIndex = named?.at ?? plain;
  if (spec === undefined || spec === '' || argIndex === null) return null;
  const isDocker = shape.ecosystem === 'docker';
  const asksYes = shape.runner === 'npx' || shape.runner === 'npm exec';
  return {
    runner: shape.runner,
    ecosystem: shape.ecosystem,
    spec,
    argIndex,
    binArgIndex: named === null ? null : plain,
    hasYes: !asksYes || options.some((option) => /^(-y|--yes)$/.test(option)),
    hasInteractive:
      !isDocker || options.some((option) => /^(--interactive(=true)?|-[a-zA-Z]*i[a-zA-Z]*)$/.test(option)),
  };
};

const denoCall = (args: readonly string[]): RunnerCall | null => {
  const argIndex = args.findIndex((arg) => /^(npm|jsr):/.test(arg));
  const spec = args[argIndex];
  if (spec === undefined) return null;
  return {
    runner: 'deno run',
    ecosystem: 'deno',
    spec: spec.replace(/^(npm|jsr):\/?/, ''),
    argIndex,
    binArgIndex: null,
    hasYes: true,
    hasInteractive: true,
  };
};

/** `uv run --with package program`: the package is fetched; without `--with` the folder's own project runs. */
const uvRunCall = (args: readonly string[]): RunnerCall | null => {
  const at = args.indexOf('--with');
  const spec = at < 0 ? undefined : args[at + 1];
  if (spec === undefined) return null;
  const plain = args.findIndex(
    (arg, index) => index > at + 1 && !arg.startsWith('-') && !UV_VALUES.test(args[index - 1] ?? ''),
  );
  return {
    runner: 'uv run',
    ecosystem: 'pypi',
    spec,
    argIndex: at + 1,
    binArgIndex: plain < 0 ? null : plain,
    hasYes: true,
    hasInteractive: true,
  };
};

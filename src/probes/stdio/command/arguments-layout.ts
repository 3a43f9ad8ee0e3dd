import {programName, unwrapped} from './command-words.ts';

/** Where in the arguments the script of a runtime stands. */
export interface ScriptPlace {
  /** Index in `args`; null where nothing is a script (`-e`, `-m`, a package runner). */
  readonly index: number | null;
  readonly runtime: string;
}

/** Options that take the next word as their value, for each runtime; everything else that begins with '-' stands alone. */
const VALUE_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  node: [
    '-r',
    '--require',
    '--import',
    '--loader',
    '--experimental-loader',
    '-C',
    '--conditions',
    '--env-file',
    '--title',
  ],
  python: ['-W', '-X', '--check-hash-based-pycs'],
  deno: ['-c', '--config', '--import-map', '--lock', '--cert', '--env-file', '-L', '--log-level'],
  bun: ['-r', '--preload', '--cwd', '-c', '--config', '--env-file', '--tsconfig-override'],
  uv: [
    '--directory',
    '--project',
    '--with',
    '--with-editable',
    '--with-requirements',
    '-p',
    '--python',
    '--env-file',
    '--extra',
    '--group',
    '--index',
    '--index-url',
  ],
  ruby: ['-I', '-r', '-C'],
  tsx: ['--tsconfig', '--env-file', '--import', '-r', '--require'],
  'ts-node': ['-P', '--project', '-r', '--require', '-O', '--compiler-options'],
  sh: ['-o', '-O'],
};

/** Options after which no script follows: code on the line, or a module's name. */
const NO_SCRIPT: Readonly<Record<string, RegExp>> = {
  node: /^(-e|--eval|-p|--print|-v|--version|--test|--run|-i|--interactive|-pe)$/,
  python: /^(-c|-m|-V|--version)$/,
  bun: /^(-e|--eval|-p|--print|x)$/,
  deno: /^(eval|task|repl)$/,
  ruby: /^(-e|-S)$/,
  sh: /^-[a-z]*c$/,
  uv: /^(-m|--module)$/,
};

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^(node|nodejs)$/, 'node'],
  [/^(python|pypy)[\d.]*w?$|^py$/, 'python'],
  [/^(tsx)$/, 'tsx'],
  [/^(ts-node|ts-node-esm)$/, 'ts-node'],
  [/^(bun)$/, 'bun'],
  [/^(deno)$/, 'deno'],
  [/^(uv)$/, 'uv'],
  [/^(ruby)$/, 'ruby'],
  [/^(php|perl|lua|osascript|swift|rscript)$/, 'plain'],
  [/^(sh|bash|zsh|dash|ksh)$/, 'sh'],
  [/^(java)$/, 'java'],
  [/^(dotnet)$/, 'dotnet'],
];

/** Which argument is the script, by the rules of the runtime that the command names; null for other programs. */
export const scriptPlace = (command: string, args: readonly string[]): ScriptPlace | null => {
  const inner = unwrapped(command, args);
  const found = placeIn(inner.name, inner.args);
  return found === null || found.index === null ? found : {...found, index: found.index + inner.offset};
};

const placeIn = (name: string, args: readonly string[]): ScriptPlace | null => {
  // `npx tsx server.ts` and `npx -y ts-node server.ts` run a script too.
  if (name === 'npx' || name === 'bunx') {
    const at = args.findIndex((arg) => !arg.startsWith('-'));
    const tool = args[at];
    if (tool === undefined || !/^(tsx|ts-node|node)(@.*)?$/.test(tool)) return null;
    return moved(placeIn(programName(tool.replace(/@.*$/, '')), args.slice(at + 1)), at + 1);
  }
  const family = FAMILIES.find(([pattern]) => pattern.test(name))?.[1];
  if (family === undefined) return null;
  if (family === 'java') {
    const jar = args.indexOf('-jar');
    return {runtime: 'java', index: jar >= 0 && jar + 1 < args.length ? jar + 1 : null};
  }
  if (family === 'dotnet') return dotnet(args);
  if (family === 'uv') {
    const run = args.indexOf('run');
    if (run < 0) return {runtime: 'uv', index: null};
    const first = firstPlain('uv', args, run + 1);
    const word = first === null ? undefined : args[first];
    if (first === null || word === undefined) return {runtime: 'uv', index: null};
    if (/\.pyw?$/.test(word)) return {runtime: 'uv', index: first};
    return moved(placeIn(programName(word), args.slice(first + 1)), first + 1) ?? {runtime: 'uv', index: null};
  }
  if (family === 'deno' || family === 'bun') {
    const first = firstPlain(family, args, 0);
    if (first === null) return {runtime: family, index: null};
    const isRun = args[first] === 'run' || args[first] === 'serve';
    if (!isRun) return {runtime: family, index: /\.[cm]?[jt]sx?$/.test(args[first] ?? '') ? first : null};
    const script = firstPlain(family, args, first + 1);
    // `bun run start` names a script of package.json; `deno run npm:x` a package.
    const isFile =
      script !== null &&
      /[\\/]|\.[cm]?[jt]sx?$/.test(args[script] ?? '') &&
      !/^(npm|jsr|https?):/.test(args[script] ?? '');
    return {runtime: family, index: isFile ? script : null};
  }
  return {runtime: family === 'plain' ? name : family, index: firstPlain(family, args, 0)};
};

const moved = (place: ScriptPlace | null, by: number): ScriptPlace | null =>
  place === null || place.index === null ? place : {...place, index: place.index + by};

const firstPlain = (family: string, args: readonly string[], from: number): number | null => {
  for (let at = from; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (NO_SCRIPT[family]?.test(arg) === true) return null;
    if (arg === '--') return at + 1 < args.length ? at + 1 : null;
    if (!arg.startsWith('-') || arg === '-') return arg === '-' ? null : at;
    if (VALUE_OPTIONS[family]?.includes(arg) === true) at += 1;
  }
  return null;
};

const dotnet = (args: readonly string[]): ScriptPlace => {
  const project = args.findIndex((arg) => arg === '--project' || arg === '-p');
  if (args[0] === 'run')
    return {runtime: 'dotnet', index: project >= 0 && project + 1 < args.length ? project + 1 : null};
  const assembly = args.findIndex((arg) => /\.(dll|exe|csx?|csproj)$/i.test(arg));
  return {runtime: 'dotnet', index: assembly >= 0 ? assembly : null};
};

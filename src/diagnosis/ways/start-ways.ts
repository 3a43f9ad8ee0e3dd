import type {CommandEvidence, LaunchEvidence} from '../../model/evidence.ts';
import {type Parting, partedBy, someOf} from './parting.ts';

const SOURCES = {
  shell: 'the PATH of the shell',
  gui: 'the PATH of the desktop',
  entry: "the entry's own PATH",
} as const;

/** Where the command is looked for and found, and the folder in which it starts. */
export const commandWays = (a: CommandEvidence, b: CommandEvidence): readonly Parting[] => {
  const [inA, inB] = [foldersOf(a), foldersOf(b)];
  const [onlyA, onlyB] = [without(inA, inB), without(inB, inA)];
  const pathText = (one: CommandEvidence, only: readonly string[]): string =>
    `${SOURCES[one.path.source]}, ${one.path.folders.length} folders${only.length === 0 ? '' : `; only here: ${someOf(only, 4)}`}`;
  const foundText = (one: CommandEvidence): string => one.resolved ?? `${one.command} is not found`;
  return [
    ...(onlyA.length + onlyB.length === 0
      ? []
      : partedBy('command', 'the PATH', pathText(a, onlyA), pathText(b, onlyB), {
          names: ['PATH', ...onlyA, ...onlyB],
          isUsual: a.resolved === b.resolved,
        })),
    ...partedBy('command', 'the program that is started', foundText(a), foundText(b), {names: [a.command, b.command]}),
    ...partedBy('command', 'its version', versionText(a), versionText(b), {names: ['version', 'older', 'newer']}),
    ...partedBy('command', 'the folder it starts in', a.cwd.path, b.cwd.path, {names: [a.cwd.path, b.cwd.path]}),
  ];
};

const foldersOf = ({path}: CommandEvidence): readonly string[] => path.folders.map(({folder}) => folder);

const without = (some: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others);
  return some.filter((one) => !known.has(one));
};

const versionText = ({runtime}: CommandEvidence): string =>
  runtime === null ? 'not known' : `${runtime.name} ${runtime.version ?? 'of an unknown version'}`;

/** Which variables the process is given. `mentioned` come first: a failure names them. */
export const launchWays = (
  a: LaunchEvidence,
  b: LaunchEvidence,
  isMentioned: (name: string) => boolean,
): readonly Parting[] => {
  const [onlyA, onlyB] = [without(a.envNames, b.envNames), without(b.envNames, a.envNames)];
  const first = (names: readonly string[]): readonly string[] =>
    [...names].sort((one, other) => Number(isMentioned(other)) - Number(isMentioned(one)));
  const text = (all: LaunchEvidence, only: readonly string[]): string =>
    `${all.envNames.length} variables${only.length === 0 ? '' : `; only here: ${someOf(first(only))}`}`;
  return partedBy('launch', 'the environment of the process', text(a, onlyA), text(b, onlyB), {
    names: [...onlyA, ...onlyB],
    isUsual: true,
  });
};

import {type EntryEvidence, seen} from '../model/evidence.ts';
import {ownName, type Repro, type ReproSubject} from './repro-subject.ts';
import {createVariableNames, quoted, type VariableNames} from './shell-quoted.ts';

/** How long the input is held open for an answer, in seconds. */
const HOLD_S = 10;
/** What the SDK hands on to a server on POSIX (its `getDefaultEnvironment`). */
const SDK_NAMES = ['HOME', 'LOGNAME', 'PATH', 'SHELL', 'TERM', 'USER'];

/** `printf … | VAR="$VAR" command args`: the server's start and first words, as its client would have them. */
export const commandRepro = (about: ReproSubject): Repro => {
  const {evidence, entry, root, words} = about;
  const names = createVariableNames();
  const waits =
    seen(evidence, 'handshake') !== undefined && (root === null || root.step === 'handshake' || root.step === 'tools');
  const say = `printf '%s\\n' ${words.map((word) => quoted([word])).join(' ')}`;
  const input = waits ? `{ ${say}; sleep ${HOLD_S}; }` : say;
  const command = [entry.command ?? '', ...entry.args].map((word, index, all) =>
    quoted(names.pieces(word, () => wordName(entry, index, all))),
  );
  const env = environmentWords(about, names);
  const text = `${folderOf(about)}${input} | ${[...env, ...command].join(' ')}`;
  return {
    kind: 'command',
    text,
    variables: names.names(),
    messages: words,
    waits,
    notes: [
      ...(evidence.machine.platform === 'win32' ? ['The line is for a POSIX shell: Git Bash, or WSL.'] : []),
      ...(waits ? [`The answer comes within ${HOLD_S} seconds, or not at all.`] : []),
    ],
  };
};

/** The name for a hidden argument: the variable that it was written as, the option before it, else ARGUMENT. */
const wordName = (entry: EntryEvidence, index: number, all: readonly string[]): string => {
  const {args} = entry.rules.fields;
  const own = args === null ? null : ownName(entry, args, index - 1);
  if (own !== null) return own;
  const inWord = /^--?([\w-]+)=/.exec(all[index] ?? '')?.[1] ?? /^([A-Za-z_]\w*)=/.exec(all[index] ?? '')?.[1];
  const before = /^--?([A-Za-z][\w-]*)$/.exec(all[index - 1] ?? '')?.[1];
  return inWord ?? before ?? 'ARGUMENT';
};

/** Where the server is started, when that decides what its words mean. */
const folderOf = ({evidence}: ReproSubject): string => {
  const command = seen(evidence, 'command');
  if (command === undefined) return '';
  const matters =
    command.cwd.isConfigured ||
    (command.isPath && !command.isAbsolute) ||
    command.pathArguments.some((argument) => argument.isRelative);
  return matters ? `cd ${quoted([command.cwd.path])} && ` : '';
};

/** The variables in front of the command: the entry's own, and what the client keeps from a server or looks in. */
const environmentWords = ({evidence, entry}: ReproSubject, names: VariableNames): readonly string[] => {
  const {rules} = entry;
  const key = rules.fields.env;
  const own = entry.values.flatMap(({path, text}): readonly (readonly [string, string])[] => {
    const [field, name] = path;
    if (field !== key || path.length !== 2 || typeof name !== 'string' || !/^[A-Za-z_]\w*$/.test(name)) return [];
    return [[name, `${name}=${quoted(names.pieces(text, ownName(entry, ...path) ?? name))}`]];
  });
  const ownWords = own.map(([, word]) => word);
  const isOwn = (name: string): boolean => own.some(([mine]) => mine === name);
  const command = seen(evidence, 'command');
  const searched =
    command?.path.source === 'gui' && !isOwn('PATH')
      ? [`PATH=${quoted([command.path.folders.map(({folder}) => folder).join(':')])}`]
      : [];
  if (rules.environment.kind !== 'all') {
    // The client's own marks are in nobody's shell.
    const marks = Object.fromEntries(
      Object.entries(rules.environment.adds).map(([name, value]) => [
        name,
        value === '{project}' ? '"$PWD"' : quoted([value]),
      ]),
    );
    const given = seen(evidence, 'launch')?.envNames ?? [
      ...(rules.environment.kind === 'sdk' ? SDK_NAMES : []),
      ...rules.environment.names,
    ];
    const handed = [...new Set(given)]
      .filter((name) => !isOwn(name) && /^[A-Za-z_]\w*$/.test(name) && !(searched.length > 0 && name === 'PATH'))
      .map((name) => `${name}=${marks[name] ?? `"$${name}"`}`);
    return ['env', '-i', ...searched, ...handed, ...ownWords];
  }
  // The shell itself would look for the command in its own PATH: `env` looks in the one that it is given.
  return searched.length > 0 || isOwn('PATH') ? ['env', ...searched, ...ownWords] : ownWords;
};

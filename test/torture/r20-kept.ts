import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {bundled} from './bundled.ts';
import {FILE_STATES, type FileState, NOBODY, settings} from './file-states.ts';
import {few, type Outcome, runToEnd, type Trial, type TrialOptions, withFolder} from './trial.ts';

const PATHS = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;
const isThere = (program: string): boolean =>
  PATHS.split(':').some((folder) => fs.existsSync(path.join(folder === '' ? '/none' : folder, program)));

/** What is missing here to make a state; null where nothing is. */
const missing = ({needs}: FileState): string | null =>
  needs.find((need) => (need === 'root' ? process.getuid?.() !== 0 : !isThere(need))) ?? null;

const asked = (program: string, ...args: readonly string[]): string => {
  if (!isThere(program)) return '';
  try {
    return execFileSync(program, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
  } catch {
    return 'no answer';
  }
};

/** All that a file is but its bytes; of a link both the link and what it leads to. */
const metadataOf = (file: string): Readonly<Record<string, unknown>> => {
  const link = fs.lstatSync(file);
  const found = fs.existsSync(file) ? fs.statSync(file) : link;
  const isPlain = found.isFile();
  return {
    isLink: link.isSymbolicLink(),
    leadsTo: link.isSymbolicLink() ? fs.readlinkSync(file, 'latin1') : null,
    mode: found.mode.toString(8),
    owner: `${found.uid}:${found.gid}`,
    names: found.nlink,
    access: isPlain ? asked('getfacl', '-cnE', file) : '',
    attributes: isPlain ? asked('getfattr', '--absolute-names', '-d', '-m', '-', '-e', 'hex', file) : '',
  };
};

const bytesOf = (file: string): string =>
  fs.existsSync(file) && fs.statSync(file).isFile() ? fs.readFileSync(file, 'latin1') : '';

type Seen = {readonly kind: 'kept' | 'left alone' | 'not made'; readonly wrong: string | null};

const tryOne = (program: string, state: FileState, andBack: boolean): Promise<Seen> =>
  withFolder(async (base) => {
    const dir = path.join(base, 'c');
    const data = path.join(base, 'data');
    for (const folder of [dir, data]) fs.mkdirSync(folder);
    fs.chmodSync(base, 0o755);
    const undos: (() => void)[] = [];
    const place = {
      dir,
      file: path.join(dir, 'settings.json'),
      run: (command: string, ...args: readonly string[]) =>
        void execFileSync(command, args, {stdio: 'ignore', env: {PATH: PATHS}}),
      undo: (work: () => void) => void undos.unshift(work),
    };
    settings(place.file);
    try {
      // A system may refuse what its programs could do, a mount above all.
      const file = await Promise.resolve()
        .then(() => state.make(place))
        .catch((error: unknown) => new Error(String(error).split('\n')[0]));
      if (file instanceof Error) return {kind: 'not made', wrong: file.message};
      return await changedThere(program, state, {file: file ?? place.file, data, andBack});
    } finally {
      for (const undo of undos) undo();
    }
  });

/** Changes the file as its user would, and compares all that it is. */
const changedThere = async (
  program: string,
  state: FileState,
  {file, data, andBack}: {readonly file: string; readonly data: string; readonly andBack: boolean},
): Promise<Seen> => {
  if (state.as === 'nobody') fs.chownSync(data, NOBODY, NOBODY);
  const before = {metadata: metadataOf(file), bytes: bytesOf(file), names: fs.readdirSync(path.dirname(file))};
  const as = state.as === 'nobody' ? {uid: NOBODY, gid: NOBODY} : {};
  const ran = await runToEnd([process.execPath, program, file, data, andBack ? 'back' : ''], {...as, cwd: '/'});
  if (ran.out === '') return {kind: 'left alone', wrong: `no word: ${ran.err.slice(0, 300)}`};
  const told: {isWritten: boolean; words: string | null; isCrash: boolean} = JSON.parse(ran.out);
  const after = {metadata: metadataOf(file), bytes: bytesOf(file), names: fs.readdirSync(path.dirname(file))};
  const wrong = (): string | null => {
    if (told.isCrash) return `no sentence: ${told.words}`;
    if (JSON.stringify(after.metadata) !== JSON.stringify(before.metadata))
      return `${JSON.stringify(before.metadata)} became ${JSON.stringify(after.metadata)}`;
    if (after.names.join('\n') !== before.names.join('\n')) return `beside it: ${after.names.join(', ')}`;
    if (told.isWritten !== (state.refused === null)) return `told: ${told.words ?? 'it was written'}`;
    if (told.isWritten) {
      const expected = andBack ? before.bytes : before.bytes.replace('"old"', '"new"');
      return after.bytes === expected ? null : 'the bytes are not the new ones';
    }
    if (after.bytes !== before.bytes) return 'left alone, and the bytes are others';
    return state.refused?.test(told.words ?? '') === true && /\.$/.test(told.words ?? '')
      ? null
      : `the reason: ${told.words}`;
  };
  return {kind: told.isWritten ? 'kept' : 'left alone', wrong: wrong()};
};

/** The ordinary run mounts nothing. */
const isWanted = (state: FileState, {scale}: TrialOptions): boolean => scale >= 0.5 || !state.needs.includes('mount');

const run = (options: TrialOptions): Promise<Outcome> =>
  withFolder(async (folder) => {
    fs.chmodSync(folder, 0o755);
    const program = await bundled(options.root, 'test/torture/programs/change.ts', folder);
    const wanted = FILE_STATES.filter((state) => isWanted(state, options));
    const wrong: string[] = [];
    const notMade: string[] = [];
    const counts = {kept: 0, 'left alone': 0, 'not made': 0};
    for (const state of wanted) {
      const lack = missing(state);
      if (lack !== null) {
        notMade.push(`${state.name} (no ${lack})`);
        continue;
      }
      // The ordinary run does not take the changes back: half the time.
      for (const andBack of state.refused === null && options.scale >= 0.5 ? [false, true] : [false]) {
        const seen = await tryOne(program, state, andBack);
        if (!andBack) counts[seen.kind] += 1;
        if (seen.kind === 'not made') notMade.push(`${state.name} (${seen.wrong})`);
        else if (seen.wrong !== null) wrong.push(`${state.name}${andBack ? ', and back' : ''}: ${seen.wrong}`);
      }
    }
    if (counts.kept + counts['left alone'] < 15) wrong.push('fewer than 15 states could be made');
    const lacking = notMade.length === 0 ? '' : `; not made here: ${notMade.join(', ')}`;
    return {
      figures: `${counts.kept + counts['left alone']} of ${wanted.length} file states: ${counts.kept} written with all they are (and undone), ${counts['left alone']} left alone with a reason${lacking}`,
      wrong: few(wrong),
    };
  });

export const r20: Trial = {promise: 'R20', title: 'what a file is besides its bytes stays', run};

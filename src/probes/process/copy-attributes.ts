import {spawn} from 'node:child_process';
import type {AttributeCopy, CopyAttributes} from '../../files/index.ts';
import {type Host, variable} from '../../model/host.ts';

/** A file system that takes longer than this is not waited for. */
const LIMIT_MS = 5000;

/**
 * The options of `cp` for each platform. GNU cp copies the attributes alone; an access list belongs to the mode there.
 * The cp of macOS has no such option: with `-p` it copies the bytes too, which the caller then overwrites.
 */
const OPTIONS: Readonly<Partial<Record<Host['platform'], readonly string[]>>> = {
  linux: ['--attributes-only', '--preserve=mode,xattr'],
  darwin: ['-p'],
};

/** What other programs of that name (BusyBox, an old or a lean build) say of these options. */
const UNKNOWN = /(?:unrecogni[sz]ed|invalid|illegal|unknown) (?:option|argument)|built without|usage:/i;

/** Both files lie in one folder: what cannot be set on the new one was never on the old one. */
const UNSUPPORTED = /: (?:Function not implemented|Operation not supported|Not supported)$/i;

/** The system's own `cp` comes first, and never one of the folder that the person stands in. */
const FOLDERS: readonly string[] = ['/usr/bin', '/bin'];

/**
 * Access lists and extended attributes from one file to another, by the system's own `cp`. Windows has none that does it.
 * @param folders where it is looked for before the person's PATH
 */
export const copyAttributes =
  (host: Pick<Host, 'platform' | 'env'>, folders: readonly string[] = FOLDERS): CopyAttributes =>
  (from, to) => {
    const options = OPTIONS[host.platform];
    if (options === undefined) return Promise.resolve({kind: 'cannot-tell'});
    return new Promise((resolve) => {
      let said = '';
      const child = spawn('cp', [...options, '--', from, to], {
        cwd: '/',
        env: {PATH: [...folders, variable(host, 'PATH') ?? ''].join(':'), LC_ALL: 'C'},
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: LIMIT_MS,
        killSignal: 'SIGKILL',
      });
      child.stderr.on('data', (part: Buffer) => {
        if (said.length < 4096) said += part.toString('utf8');
      });
      child.once('error', (error) => resolve(notStarted(error)));
      child.once('close', (code, signal) => resolve(answerOf(code, signal, said)));
    });
  };

const notStarted = (error: Error): AttributeCopy => {
  const code = 'code' in error ? String(error.code) : 'unknown';
  return code === 'ENOENT' || code === 'EACCES' ? {kind: 'cannot-tell'} : {kind: 'failed', why: `cp: ${code}`};
};

const answerOf = (code: number | null, signal: string | null, said: string): AttributeCopy => {
  if (code === 0) return {kind: 'copied'};
  if (signal !== null) return {kind: 'failed', why: `cp was ended by ${signal}`};
  if (UNKNOWN.test(said)) return {kind: 'cannot-tell'};
  // A file system that knows no attributes has none to lose: GNU cp says so, or answers 1 without a word.
  const [words] = said.split('\n').filter((line) => line.trim() !== '' && !UNSUPPORTED.test(line));
  return words === undefined ? {kind: 'copied'} : {kind: 'failed', why: words.trim()};
};

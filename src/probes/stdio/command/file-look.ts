import {fileStatus, readFileBounded} from '../../../files/index.ts';
import type {FileLook} from '../../../model/evidence.ts';
import type {Host} from '../../../model/host.ts';
import {printableLine} from '../../../model/printable.ts';
import {findProgram} from './find-program.ts';

const MAX_SCRIPT = 5 * 1024 * 1024;

/** What a file looks like from outside, and who is to run it when it begins with '#!'. */
export const lookAtFile = async (
  host: Host,
  path: string,
  folders: readonly string[],
  cwd: string,
): Promise<FileLook> => {
  const status = await fileStatus(path);
  const {exists, kind, isExecutable, isReadable, bytes} = status;
  const read = kind === 'file' && bytes < MAX_SCRIPT ? await readFileBounded(path, {maxBytes: MAX_SCRIPT}) : null;
  const start = read?.kind === 'bytes' ? read.bytes : null;
  const shebang = start === null ? null : await shebangOf(host, start, folders, cwd);
  const content = start === null ? null : contentOf(start);
  return {path, exists, kind, isExecutable, isReadable, bytes, content, shebang};
};

const shebangOf = async (
  host: Host,
  bytes: Buffer,
  folders: readonly string[],
  cwd: string,
): Promise<FileLook['shebang']> => {
  if (bytes.subarray(0, 2).toString('latin1') !== '#!') return null;
  const end = bytes.indexOf(0x0a);
  const raw = bytes.subarray(0, Math.min(end < 0 ? bytes.length : end, 512)).toString('utf8');
  const line = raw.replace(/\r$/, '');
  const interpreter = interpreterOf(line);
  const isPath = interpreter.includes('/');
  const found = isPath
    ? (await fileStatus(interpreter)).kind === 'file'
      ? interpreter
      : null
    : await findProgram(host, folders, interpreter, cwd);
  return {
    line: printableLine(line),
    interpreter: printableLine(interpreter),
    interpreterFound: found,
    hasCarriageReturn: raw.endsWith('\r'),
  };
};

/** Known by their first bytes: ELF (its processor stands at 18), Mach-O in four spellings, PE, a pointer of Git LFS. */
const contentOf = (bytes: Buffer): FileLook['content'] => {
  if (bytes.length === 0) return 'empty';
  const head = bytes.subarray(0, 4).toString('hex');
  if (head === '7f454c46' && bytes.length > 19) {
    const machine = bytes[5] === 2 ? bytes.readUInt16BE(18) : bytes.readUInt16LE(18);
    return machine === 0x3e ? 'elf-x64' : machine === 0xb7 ? 'elf-arm64' : 'elf-other';
  }
  if (/^(?:cffaedfe|cefaedfe|feedfacf|feedface|cafebabe)$/.test(head)) return 'mach-o';
  if (head.startsWith('4d5a')) return 'windows';
  if (bytes.subarray(0, 40).toString('latin1').startsWith('version https://git-lfs')) return 'lfs-pointer';
  return bytes.subarray(0, 512).includes(0) ? 'other' : 'text';
};

/** '#!/usr/bin/env -S node --flag' → 'node'; '#!/bin/sh -e' → '/bin/sh'. */
const interpreterOf = (line: string): string => {
  const words = line.slice(2).trim().split(/\s+/);
  const [first = ''] = words;
  if (!/(^|\/)env$/.test(first)) return first;
  const named = words.slice(1).find((word) => !word.startsWith('-') && !/^[A-Za-z_]\w*=/.test(word));
  const glued = words.find((word) => /^-S\S/.test(word))?.slice(2);
  return glued ?? named ?? first;
};

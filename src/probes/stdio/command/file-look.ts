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
  const isScriptSized = kind === 'file' && bytes < MAX_SCRIPT;
  const shebang = isScriptSized ? await shebangOf(host, path, folders, cwd) : null;
  return {path, exists, kind, isExecutable, isReadable, bytes, shebang};
};

const shebangOf = async (
  host: Host,
  path: string,
  folders: readonly string[],
  cwd: string,
): Promise<FileLook['shebang']> => {
  const read = await readFileBounded(path, {maxBytes: MAX_SCRIPT});
  if (read.kind !== 'bytes' || read.bytes.subarray(0, 2).toString('latin1') !== '#!') return null;
  const end = read.bytes.indexOf(0x0a);
  const raw = read.bytes.subarray(0, Math.min(end < 0 ? read.bytes.length : end, 512)).toString('utf8');
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

/** '#!/usr/bin/env -S node --flag' → 'node'; '#!/bin/sh -e' → '/bin/sh'. */
export const interpreterOf = (line: string): string => {
  const words = line.slice(2).trim().split(/\s+/);
  const [first = ''] = words;
  if (!/(^|\/)env$/.test(first)) return first;
  const named = words.slice(1).find((word) => !word.startsWith('-') && !/^[A-Za-z_]\w*=/.test(word));
  const glued = words.find((word) => /^-S\S/.test(word))?.slice(2);
  return glued ?? named ?? first;
};

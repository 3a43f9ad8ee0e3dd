import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';

export interface TempHome {
  readonly dir: string;
  readonly home: string;
  readonly project: string;
  /** A clean environment: nothing of the machine that runs the tests but where Node and the system's programs are. */
  readonly env: Readonly<Record<string, string>>;
  /** Writes a file below `dir`; objects as JSON. Answers its path. */
  readonly write: (relative: string, content: string | Buffer | object, mode?: number) => string;
  readonly read: (relative: string) => Buffer;
}

/** A temporary home and project, removed when the test is over. */
export const tempHome = (): TempHome => {
  const dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-fix-test-')));
  onTestFinished(() => fs.rmSync(dir, {recursive: true, force: true, maxRetries: 3}));
  const home = path.join(dir, 'home');
  const project = path.join(dir, 'project');
  for (const folder of [home, project, path.join(dir, 'tmp')]) fs.mkdirSync(folder);
  return {
    dir,
    home,
    project,
    env: {
      PATH: [...new Set([path.dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'])].join(':'),
      HOME: home,
      USER: 'dev',
      LOGNAME: 'dev',
      LANG: 'C.UTF-8',
      TMPDIR: path.join(dir, 'tmp'),
    },
    write: (relative, content, mode) => {
      const file = path.join(dir, relative);
      fs.mkdirSync(path.dirname(file), {recursive: true});
      fs.writeFileSync(
        file,
        Buffer.isBuffer(content) || typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
      );
      if (mode !== undefined) fs.chmodSync(file, mode);
      return file;
    },
    read: (relative) => fs.readFileSync(path.join(dir, relative)),
  };
};

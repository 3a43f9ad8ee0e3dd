import os from 'node:os';
import type {Host} from '../../src/model/host.ts';

/** This machine as a value, with a home and a clock of the trial's choice. */
export const aHost = (home: string, change: Partial<Host> = {}): Host => ({
  platform: 'linux',
  arch: process.arch,
  osRelease: os.release(),
  home,
  cwd: home,
  env: {HOME: home, PATH: process.env['PATH'] ?? '/usr/bin:/bin'},
  node: {path: process.execPath, version: process.versions.node},
  cores: 2,
  uid: process.getuid?.() ?? null,
  isWsl: false,
  terminal: {stdin: false, stdout: false, stderr: false, columns: 80},
  version: '0.0.0',
  now: Date.now,
  ...change,
});

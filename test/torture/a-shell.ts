import {type IPty, spawn as spawnPty} from '@lydell/node-pty';
import {until} from './trial.ts';

const modeAfter = (raw: string, mode: string, on: string, off: string): boolean =>
  raw.lastIndexOf(`\u001b[?${mode}${on}`) > raw.lastIndexOf(`\u001b[?${mode}${off}`);

/** Modes that a program must not leave switched: the cursor hidden, another screen, paste, mouse. */
export const leftModes = (raw: string): readonly string[] => [
  ...(modeAfter(raw, '25', 'l', 'h') ? ['the cursor is hidden'] : []),
  ...['1049', '2004', '1000', '1002', '1003', '1006']
    .filter((mode) => modeAfter(raw, mode, 'h', 'l'))
    .map((mode) => `mode ${mode} is on`),
];

/** A shell with job control on a terminal of its own. */
export interface Shell {
  readonly pty: IPty;
  readonly raw: () => string;
  /** What `stty -a` says of the terminal's switches; null when the shell does not answer. */
  readonly modes: (tag: string) => Promise<string | null>;
}

export const openShell = (
  world: {readonly project: string; readonly env: Readonly<Record<string, string>>},
  term: string,
): Shell => {
  const env = {...world.env, TERM: term, PS1: '$ ', ENV: ''};
  const pty = spawnPty('/bin/sh', ['-i'], {cols: 90, rows: 30, cwd: world.project, env});
  let raw = '';
  pty.onData((text) => {
    raw += text;
  });
  return {
    pty,
    raw: () => raw,
    modes: async (tag) => {
      const from = raw.length;
      pty.write(`stty -a; echo "${tag}:"over\n`);
      if (!(await until(() => raw.slice(from).includes(`${tag}:over`), 6000))) return null;
      return (
        raw
          .slice(from, raw.indexOf(`${tag}:over`, from))
          // The supervisor's last word may come in between.
          .replaceAll(/\u001b\[[?\d;]*[A-Za-z]/g, '')
          .replaceAll('$ ', '')
          .split('\n')
          .filter((line) => /;|-?icanon|-?echo|-?isig|-?opost/.test(line) && !line.includes('stty'))
          .join('\n')
      );
    },
  };
};

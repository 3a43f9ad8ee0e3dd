import path from 'node:path';
import {makeTempFolder, removeFolder, writeNewFile} from '../files/index.ts';
import type {Host} from '../model/host.ts';
import {startProcess} from '../probes/process/index.ts';
import type {Arguments} from './arguments.ts';
import {parseArguments} from './arguments.ts';
import {practiceFiles} from './demo/practice-files.ts';
import {packageFolder} from './own-version.ts';
import {requireTerminal, runScreens} from './screens.ts';
import {openSession} from './session.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix demo`: the real wizard on really broken practice servers, in a temporary home. */
export const demo = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  requireTerminal(host);
  const folder = await makeTempFolder('mcp-fix-practice-', host);
  const remote = startRemote(host, folder);
  try {
    const practice = await layOut(host, folder, await remote.port);
    const session = {...(await openSession(parseArguments(['wizard']), practice)), person: host};
    const code = await runScreens(session, {
      isPractice: true,
      only: null,
      isOffline: true,
      isScreenReader: args.flag('screen-reader'),
      signal: terminal.signal,
    });
    if (args.flag('keep')) terminal.err(`The practice home is in ${folder}; remove it when you like.\n`);
    return code;
  } finally {
    await remote.end();
    if (!args.flag('keep')) await removeFolder(folder);
  }
};

/** Writes the practice files and answers a machine whose home they are. */
const layOut = async (host: Host, folder: string, port: number): Promise<Host> => {
  const home = path.join(folder, 'home');
  const project = path.join(folder, 'project');
  for (const file of practiceFiles({
    home,
    project,
    server: serverFile('practice.mjs'),
    node: host.node.path,
    port,
    token: TOKEN,
  }))
    await writeNewFile(file.path, file.text);
  const kept = [
    'PATH',
    'Path',
    'TERM',
    'COLORTERM',
    'LANG',
    'LC_ALL',
    'NO_COLOR',
    'FORCE_COLOR',
    'SystemRoot',
    'ComSpec',
    'PATHEXT',
    'SHELL',
    'USER',
    'LOGNAME',
    'TMPDIR',
  ];
  const env = Object.fromEntries(Object.entries(host.env).filter(([name]) => kept.includes(name)));
  return {...host, home, cwd: project, env: {...env, HOME: home, USERPROFILE: home}};
};

/** Not a secret: it opens nothing but the practice server. */
const TOKEN = 'open-sesame-7391';

const serverFile = (name: string): string => {
  // Beside the bundle when shipped; in the sources in a clone that runs without a build.
  const inPackage = packageFolder();
  return path.join(inPackage, 'dist', 'servers', name);
};

const startRemote = (host: Host, cwd: string): {readonly port: Promise<number>; readonly end: () => Promise<void>} => {
  let text = '';
  let told: (port: number) => void = () => undefined;
  const port = new Promise<number>((resolve) => {
    told = resolve;
  });
  const running = startProcess({
    host,
    command: host.node.path,
    args: [serverFile('practice-http.mjs'), TOKEN],
    cwd,
    env: {},
    onStdout: (chunk) => {
      text += chunk.toString('utf8');
      const said = /"port":(\d+)/.exec(text)?.[1];
      if (said !== undefined) told(Number(said));
    },
  });
  const failed = Promise.race([
    running.spawned.then((failure) => (failure === null ? new Promise<never>(() => undefined) : failure.message)),
    running.exited.then(() => 'it ended'),
  ]);
  return {
    port: Promise.race([
      port,
      failed.then((why): never => {
        throw new Error(`the practice server did not start: ${why}`);
      }),
    ]),
    end: async () => {
      running.endInput();
      await running.exited;
      running.release();
    },
  };
};

import path from 'node:path';
import {onTestFinished} from 'vitest';
import {KEYS, openPty, type PtySession} from '../helpers/pty.ts';
import {root} from '../helpers/source-files.ts';
import type {TempHome} from '../helpers/temp-home.ts';

/** The real reference server, as people install it. */
const EVERYTHING = path.join(root, 'node_modules/@modelcontextprotocol/server-everything/dist/index.js');

/** A small healthy server that a project brings along; it ends when the variable WEATHER_TOKEN is not set. */
const PROJECT_SERVER = `
import {appendFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
appendFileSync(new URL('./started.txt', import.meta.url), 'started\\n');
if (!process.env.WEATHER_TOKEN) {
  console.error('Error: WEATHER_TOKEN environment variable is required');
  process.exit(1);
}
const answer = ({method, params}) => {
  if (method === 'initialize') {
    return {result: {protocolVersion: params.protocolVersion, capabilities: {tools: {}}, serverInfo: {name: 'weather', version: '1.0.0'}}};
  }
  if (method === 'tools/list') return {result: {tools: [{name: 'forecast', inputSchema: {type: 'object'}}]}};
  return {error: {code: -32601, message: 'Method not found'}};
};
const lines = createInterface({input: process.stdin});
lines.on('line', (line) => {
  const message = JSON.parse(line);
  if (message.id !== undefined) console.log(JSON.stringify({jsonrpc: '2.0', id: message.id, ...answer(message)}));
});
lines.on('close', () => process.exit(0));
`;

/** Two broken servers of Claude Code: the user's, with a misspelt command; the project's, with a missing variable. */
export const twoBroken = (world: TempHome): {readonly user: string; readonly project: string} => {
  const user = world.write('home/.claude.json', {
    numStartups: 3,
    mcpServers: {everything: {command: 'nodee', args: [EVERYTHING]}},
    projects: {[world.project]: {hasTrustDialogAccepted: true}},
  });
  world.write('project/server.mjs', PROJECT_SERVER);
  world.write('project/.claude/settings.local.json', {enabledMcpjsonServers: ['weather']});
  const project = world.write('project/.mcp.json', {
    mcpServers: {weather: {command: process.execPath, args: ['server.mjs']}},
  });
  return {user, project};
};

export interface Journey extends PtySession {
  /** Waits for the words, presses the keys one at a time, and counts them. */
  readonly when: (words: RegExp | string, ...keys: readonly string[]) => Promise<void>;
  /** Types letters; they do not count. */
  readonly type: (text: string) => void;
  readonly pressed: () => number;
  /** The widest line on the screen is within the terminal, and the frame never wiped the person's scrollback. */
  readonly scrollbackWiped: () => boolean;
}

export interface JourneyOptions {
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Another program than ours: argv. */
  readonly argv?: readonly string[];
}

/** The built program in a real pseudo-terminal, in a temporary home. It is ended with the test. */
export const openJourney = (world: TempHome, options: JourneyOptions = {}): Journey => {
  const {args = [], columns = 100, rows = 40, env = {}, argv} = options;
  const session = openPty({
    args,
    cwd: world.project,
    env: {...world.env, ...env},
    columns,
    rows,
    ...(argv === undefined ? {} : {argv}),
  });
  let isOver = false;
  let count = 0;
  void session.exited.then(() => {
    isOver = true;
  });
  onTestFinished(async () => {
    if (!isOver) session.kill('SIGTERM');
    await session.exited;
  });
  return {
    ...session,
    when: async (words, ...keys) => {
      await session.waitFor(words);
      for (const key of keys) {
        count += 1;
        session.press(key);
      }
    },
    type: (text) => session.press(text),
    pressed: () => count,
    scrollbackWiped: () => session.raw().includes('\u001b[3J'),
  };
};

export {KEYS};

/** A condition that is not on the screen: a file, a process. Rejects after `limitMs`. */
export const until = async (isTrue: () => boolean, what: string, limitMs = 15_000): Promise<void> => {
  const end = performance.now() + limitMs;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`after ${limitMs} ms not yet: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

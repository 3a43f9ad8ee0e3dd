import fs from 'node:fs';
import process from 'node:process';
import {expect, test} from 'vitest';
import {parseArguments} from '../../src/commands/arguments.ts';
import {fix} from '../../src/commands/fix.ts';
import {readHost} from '../../src/commands/host.ts';
import {tempHome} from '../helpers/temp-home.ts';

/** A server that works with NOTES_TOKEN; `after` runs when it starts with it. */
const serverWith = (after: string): string => `
import fs from 'node:fs';
import readline from 'node:readline';
if (!process.env.NOTES_TOKEN) { console.error('Error: NOTES_TOKEN is required'); process.exit(1); }
${after}
const answers = {
  initialize: (params) => ({protocolVersion: params.protocolVersion, capabilities: {tools: {}}, serverInfo: {name: 'notes', version: '1'}}),
  'tools/list': () => ({tools: []}),
};
readline.createInterface({input: process.stdin}).on('line', (line) => {
  const {id, method, params} = JSON.parse(line);
  if (id === undefined) return;
  const answer = answers[method];
  console.log(JSON.stringify(answer ? {jsonrpc: '2.0', id, result: answer(params)} : {jsonrpc: '2.0', id, error: {code: -32601, message: 'Method not found'}}));
});
`;

const repair = async (after: (config: string) => string) => {
  const home = tempHome();
  const config = `${home.home}/.cursor/mcp.json`;
  const server = home.write('project/server.mjs', serverWith(after(JSON.stringify(config))));
  home.write('home/.cursor/mcp.json', {mcpServers: {notes: {command: process.execPath, args: [server]}}});
  fs.copyFileSync(config, `${config}.old`);
  let out = '';
  const host = {...readHost('0.0.0'), home: home.home, cwd: home.project, env: home.env};
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: () => undefined,
    readInput: async () => '',
    signal: new AbortController().signal,
  };
  const words = ['fix', 'notes', '--yes', '--value', 'a-value-for-the-test', '--json'];
  const code = await fix(parseArguments(words), host, terminal);
  return {code, report: JSON.parse(out), isOld: fs.readFileSync(config).equals(fs.readFileSync(`${config}.old`))};
};

test('a running client that writes its old copy back is named, and nothing is called fixed', async () => {
  const {code, report, isOld} = await repair((config) => `fs.copyFileSync(${config} + '.old', ${config});`);
  expect(code).toBe(1);
  expect(report.outcome).toBe('still-broken');
  expect(report.tried[0].verdict).toMatchObject({kind: 'cannot-tell'});
  expect(report.tried[0].verdict.note).toMatch(/Cursor seems to be running: the old value is back/);
  expect(isOld).toBe(true);
});

test('a client that writes something else of its own to the file loses nothing', async () => {
  const {code, report} = await repair(
    (config) =>
      `fs.writeFileSync(${config}, JSON.stringify({...JSON.parse(fs.readFileSync(${config}, 'utf8')), theme: 'dark'}));`,
  );
  expect([code, report.outcome]).toEqual([0, 'fixed']);
});

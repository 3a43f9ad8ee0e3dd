import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';
import {KEYS, openJourney} from './journey.ts';

const {enter, escape: esc} = KEYS;

const SERVER = `
import {appendFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
appendFileSync(new URL('./started.txt', import.meta.url), 'started\\n');
const name = process.argv[2];
if (name && !process.env[name]) {
  console.error('Error: ' + name + ' is required');
  process.exit(1);
}
const answer = ({method, params}) => {
  if (method === 'initialize') {
    return {result: {protocolVersion: params.protocolVersion, capabilities: {tools: {}}, serverInfo: {name: 'small', version: '1.0.0'}}};
  }
  if (method === 'tools/list') return {result: {tools: [{name: 'one', inputSchema: {type: 'object'}}]}};
  return {error: {code: -32601, message: 'Method not found'}};
};
const lines = createInterface({input: process.stdin});
lines.on('line', (line) => {
  const message = JSON.parse(line);
  if (message.id !== undefined) console.log(JSON.stringify({jsonrpc: '2.0', id: message.id, ...answer(message)}));
});
lines.on('close', () => process.exit(0));
`;

/** A repository as it was cloned: what its servers need stands in its own texts. */
const clone = (world: TempHome, env = '$' + '{WEATHER_TOKEN}'): void => {
  world.write('home/.claude.json', {});
  world.write('project/package.json', {name: 'team', engines: {node: '>=18'}});
  world.write('project/.env.example', '# Get it at https://weather.example/tokens\nWEATHER_TOKEN=\nOTHER=1\n');
  world.write('project/tools/server.mjs', SERVER);
  world.write('project/.mcp.json', {
    mcpServers: {
      weather: {command: process.execPath, args: ['tools/server.mjs', 'WEATHER_TOKEN'], env: {WEATHER_TOKEN: env}},
      plain: {command: process.execPath, args: ['tools/server.mjs']},
    },
  });
};

const LOCAL = 'project/.claude/settings.local.json';

test('a cloned project: what is missing is asked for, put where it belongs, and every server is proved', async () => {
  const world = tempHome();
  clone(world);
  const shared = world.read('project/.mcp.json');
  const out = path.join(world.dir, 'summary.md');
  const journey = openJourney(world, {args: ['onboard', '--out', out]});
  await journey.when('2 servers; 3 things missing', enter);
  await journey.waitFor('.env.example: Get it at https://weather.example/tokens');
  journey.type('sunny-7');
  await journey.when('•••••••', enter);
  await journey.when(/One thing is missing +weather\s+✗ The approval of Claude Code is not given yet/, 'y');
  await journey.when(/One thing is missing +plain\s+✗ The approval of Claude Code is not given yet/, 'y');
  await journey.waitFor('May I start this?');
  await journey.waitFor('This came with the project folder');
  expect(fs.existsSync(path.join(world.project, 'tools/started.txt'))).toBe(false);
  journey.press('y');
  await journey.when(/May I start this\? +plain/, 'y');
  await journey.waitFor('Every server of this project works.');
  await journey.waitFor(/weather +Claude Code\n +A real client \(.*\) connects and lists 1\s+tool/);
  journey.press(enter);
  expect((await journey.exited).code).toBe(0);
  expect(journey.raw()).not.toContain('sunny-7');

  expect(world.read('project/.mcp.json')).toEqual(shared);
  const settings: unknown = JSON.parse(world.read(LOCAL).toString());
  expect(settings).toEqual({env: {WEATHER_TOKEN: 'sunny-7'}, enabledMcpjsonServers: ['plain', 'weather']});
  const summary = fs.readFileSync(out, 'utf8');
  expect(summary).toContain('| weather | Claude Code | works |');
  expect(summary).toContain('- [x] Node');
  expect(summary).not.toContain('sunny-7');

  const check = await runProgram(world, ['check']);
  expect([check.code, check.err]).toEqual([0, '']);
  const list = await runProgram(world, ['onboard', '--dry-run']);
  expect(list.code).toBe(0);
  expect(list.out).toContain('[x] The variable WEATHER_TOKEN: is set');
});

test('what was put off waits, what was refused is not started, and the next run goes on there', async () => {
  const world = tempHome();
  clone(world);
  world.write(LOCAL, {enabledMcpjsonServers: ['weather', 'plain']});
  const first = openJourney(world, {args: ['onboard']});
  await first.when('2 servers; 1 thing missing', enter);
  await first.when('The variable WEATHER_TOKEN is not set', esc);
  await first.when(/May I start this\? +plain/, 'y');
  await first.when('1 of 2 servers work.', enter);
  expect((await first.exited).code).toBe(3);
  expect(first.screen()).toContain('WEATHER_TOKEN is not set. You put it off.');

  const starts = (): number => fs.readFileSync(path.join(world.project, 'tools/started.txt'), 'utf8').length;
  const before = starts();
  const second = openJourney(world, {args: ['onboard']});
  await second.waitFor(/✓ plain/);
  second.press(enter);
  await second.waitFor('The variable WEATHER_TOKEN is not set');
  second.type('sunny-7');
  await second.when('•••••••', enter);
  await second.when(/May I start this\? +weather/, enter);
  // What starts has changed: the new variable is in the environment of both.
  await second.when(/May I start this\? +plain/, enter);
  await second.when('0 of 2 servers work.', enter);
  expect((await second.exited).code).toBe(3);
  expect(second.screen()).toContain('You did not want it started.');
  expect(starts()).toBe(before);
});

test('a server that does not work is told with its cause, and the exit code says so', async () => {
  const world = tempHome();
  clone(world, 'there');
  world.write(LOCAL, {enabledMcpjsonServers: ['weather', 'plain']});
  fs.writeFileSync(
    path.join(world.project, 'tools/server.mjs'),
    "console.error('Error: it is broken'); process.exit(1);",
  );
  const journey = openJourney(world, {args: ['onboard']});
  await journey.when('nothing is missing as far as the files tell', enter);
  await journey.when(/May I start this\? +weather/, 'y');
  await journey.when(/May I start this\? +plain/, enter);
  await journey.when('0 of 2 servers work.', enter);
  expect((await journey.exited).code).toBe(1);
  expect(journey.screen()).toMatch(/mcp-fix wizard weather/);
});

test('Ctrl-C in a look ends it with 130', async () => {
  const world = tempHome();
  clone(world, 'there');
  world.write(LOCAL, {enabledMcpjsonServers: ['weather', 'plain']});
  fs.writeFileSync(path.join(world.project, 'tools/server.mjs'), 'setInterval(() => {}, 1000);');
  const journey = openJourney(world, {args: ['onboard']});
  await journey.when('2 servers', enter);
  await journey.when(/May I start this\? +weather/, 'y');
  await journey.when('It starts, and a real client lists its tools', KEYS.ctrlC);
  expect((await journey.exited).code).toBe(130);
});

test('--dry-run and no terminal: the list, nothing started, code 3 while something is missing', async () => {
  const world = tempHome();
  clone(world);
  for (const args of [['onboard'], ['onboard', '--dry-run']]) {
    const ran = await runProgram(world, args);
    expect([ran.code, ran.err]).toEqual([3, '']);
    expect(ran.out).toContain('[x] The program');
    expect(ran.out).toContain('[ ] The variable WEATHER_TOKEN: is not set');
    expect(ran.out).toContain('.env.example: Get it at https://weather.example/tokens');
    expect(ran.out).toContain('[ ] The approval of Claude Code');
    expect(ran.out).toContain('Nothing was started and nothing was sent.');
  }
  expect(fs.existsSync(path.join(world.project, 'tools/started.txt'))).toBe(false);
  expect(fs.existsSync(path.join(world.dir, LOCAL))).toBe(false);
});

test('a folder without servers, and one that is somewhere else', async () => {
  const world = tempHome();
  const none = await runProgram(world, ['onboard']);
  expect([none.code, none.out]).toEqual([0, expect.stringContaining('No MCP server is configured for the project')]);
  clone(world);
  const other = await runProgram(world, ['onboard', '--project', world.project], {cwd: world.home});
  expect(other.out).toContain('weather (Claude Code)');
});

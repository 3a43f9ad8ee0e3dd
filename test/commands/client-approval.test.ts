import process from 'node:process';
import {expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';

const SERVER = `import readline from 'node:readline';
const out = (id, result) => process.stdout.write(JSON.stringify({jsonrpc: '2.0', id, result}) + '\\n');
readline.createInterface({input: process.stdin}).on('line', (line) => {
  const {id, method, params} = JSON.parse(line);
  if (method === 'initialize') out(id, {protocolVersion: params.protocolVersion, capabilities: {tools: {}}, serverInfo: {name: 'notes', version: '1'}});
  if (method === 'tools/list') out(id, {tools: [{name: 'note', inputSchema: {type: 'object'}}]});
});
`;

/** A project as a CI has it: nobody ever said yes in Claude Code. */
const project = (): TempHome => {
  const world = tempHome();
  const server = world.write('project/server.mjs', SERVER);
  world.write('project/.mcp.json', {
    mcpServers: {
      notes: {command: process.execPath, args: [server]},
      gone: {command: 'no-such-program-here', args: []},
    },
  });
  return world;
};

const digests = async (world: TempHome, ...more: readonly string[]): Promise<Readonly<Record<string, string>>> => {
  const {out} = await runProgram(world, ['list', '--json', ...more]);
  return Object.fromEntries(
    JSON.parse(out).servers.map((one: {name: string; digest: string}) => [one.name, one.digest] as const),
  );
};

test('--trust with its digest checks a server that its client was never told to use; the missing approval is a warning', async () => {
  const world = project();
  const {notes = '', gone = ''} = await digests(world);
  const ran = await runProgram(world, ['check', 'notes', '--json', '--trust', notes]);
  const [server] = JSON.parse(ran.out).servers;
  expect(server).toMatchObject({status: 'warned', protocol: {tools: 1}});
  expect(server.findings.map(({id}: {id: string}) => id)).toEqual(['server-not-approved']);
  expect(ran.code).toBe(0);

  const broken = await runProgram(world, ['check', 'gone', '--json', '--trust', gone]);
  expect(JSON.parse(broken.out).servers[0]).toMatchObject({
    status: 'broken',
    findings: [{id: 'command-not-found'}, {}],
  });
  expect(broken.code).toBe(1);
});

test('without its digest, and with that of another, it is not started', async () => {
  const world = project();
  const {gone = ''} = await digests(world);
  for (const words of [[], ['--yes'], ['--trust', gone]]) {
    const ran = await runProgram(world, ['check', 'notes', '--json', ...words]);
    expect(JSON.parse(ran.out).servers[0]).toMatchObject({status: 'unchecked', because: 'untrusted'});
    expect(ran.code).toBe(3);
  }
});

test('a folder has the same digests however it is spelt, and its files are named whole', async () => {
  const world = project();
  const whole = await digests(world, '--project', world.project);
  expect(await digests(world)).toEqual(whole);
  expect(await digests(world, '--project', '.')).toEqual(whole);
  expect(await digests(world, '--project', '../project/')).toEqual(whole);
  expect(await digests(world, '--project', `${world.project}/`)).toEqual(whole);
});

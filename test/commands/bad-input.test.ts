import {describe, expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.ts';
import {tempHome} from '../helpers/temp-home.ts';

const healthyEntry = {mcpServers: {notes: {command: 'node', args: ['-e', '0']}}};

/** One clear sentence, the right exit code, no stack trace. */
const plain = (text: string): void => {
  expect(text).not.toMatch(/\n\s+at |Error:|\.mjs:\d/);
  expect(text.trim().length).toBeGreaterThan(20);
};

describe('bad input', () => {
  test.each([
    [['check', '--jsom'], 2, /Did you mean --json/],
    [['frobnicate'], 2, /mcp-fix help/],
    [['check', 'nobody'], 2, /nobody/],
    [['fix', 'nobody', '--yes'], 2, /nobody/],
    [['fix'], 2, /Which server/],
    [['check', '--timeout', 'soon'], 2, /--timeout/],
    [['check', '--trust', 'notes'], 2, /64 hex/],
    [['check', '--format', 'pdf'], 2, /junit/],
    [['log', 'show', '../../etc/passwd'], 2, /no record/],
    [['undo'], 2, /no change to undo/i],
    [['explain', ''], 2, /error text/],
    [['wizard'], 2, /needs a terminal/],
    [[], 2, /mcp-fix check/],
    [['demo'], 2, /terminal/],
  ] as const)('%j', async (args, code, said) => {
    const world = tempHome();
    world.write('home/.claude.json', healthyEntry);
    const before = world.read('home/.claude.json');
    const ran = await runProgram(world, args);
    plain(ran.err + ran.out);
    expect(ran.err + ran.out).toMatch(said);
    expect(ran.code).toBe(code);
    expect(world.read('home/.claude.json')).toEqual(before);
  });

  test('a configuration that cannot be parsed: named with its line, exit 1', async () => {
    const world = tempHome();
    world.write('home/.claude.json', '{\n  "mcpServers": {\n    "notes": {"command": "node",}\n  }\n}\n');
    const ran = await runProgram(world, ['check', '--json']);
    expect(ran.code).toBe(1);
    const report: unknown = JSON.parse(ran.out);
    expect(report).toMatchObject({
      files: expect.arrayContaining([
        expect.objectContaining({
          findings: [
            expect.objectContaining({id: 'json-trailing-comma', location: expect.objectContaining({line: 3})}),
          ],
        }),
      ]),
    });
  });

  test('a configuration that is a folder or a pipe does not stop the others', async () => {
    const world = tempHome();
    world.write('home/.claude.json/inside', 'x');
    world.write('project/.mcp.json', healthyEntry);
    const ran = await runProgram(world, ['list', '--json']);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('"notes"');
  });

  test('a HOME that does not exist', async () => {
    const world = tempHome();
    const ran = await runProgram(world, ['check', '--json'], {env: {HOME: `${world.dir}/nowhere`}});
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({summary: {servers: 0}});
  });

  test('no HOME at all', async () => {
    const world = tempHome();
    const ran = await runProgram(world, ['list'], {env: {HOME: ''}});
    expect([0, 3]).toContain(ran.code);
    plain(ran.out + ran.err);
  });

  test('nothing is started by reading: check without approval says the digest and exits 3', async () => {
    const world = tempHome();
    const trap = `${world.dir}/trap`;
    world.write('home/.claude.json', {mcpServers: {trap: {command: 'touch', args: [trap]}}});
    const ran = await runProgram(world, ['check', '--json']);
    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.out)).toMatchObject({servers: [{name: 'trap', status: 'unchecked', because: 'untrusted'}]});
    expect(() => world.read('trap')).toThrow(/ENOENT/);
  });

  test('--yes does not approve what a project names', async () => {
    const world = tempHome();
    const trap = `${world.dir}/trap`;
    world.write('project/.mcp.json', {mcpServers: {trap: {command: 'touch', args: [trap]}}});
    world.write('project/.claude/settings.local.json', {enabledMcpjsonServers: ['trap']});
    const ran = await runProgram(world, ['check', '--json', '--yes']);
    expect(ran.code).toBe(3);
    expect(() => world.read('trap')).toThrow(/ENOENT/);
  });
});

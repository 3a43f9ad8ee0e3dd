import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.ts';
import {root} from '../helpers/source-files.ts';
import {type TempHome, tempHome} from '../helpers/temp-home.ts';
import {healthy, parse, sendJson} from '../servers/http-mcp.ts';
import type {Handler} from '../servers/http-server.ts';
import {readMarkdown, withoutCodeSpans} from './markdown-reader.ts';
import {endPlainServersAfterwards, startPlain} from './plain-server.ts';

endPlainServersAfterwards();

/** A token that looks real and is none. */
const token = `ghp_${'aB3dE5fG7h'.repeat(4).slice(0, 36)}`;

const program = (name: string): string => path.join(root, 'test/servers/stdio', `${name}.mjs`);

/** A home whose Claude Code has these servers. */
const worldWith = (servers: object): TempHome => {
  const world = tempHome();
  world.write('home/.claude.json', {mcpServers: servers});
  return world;
};

/** Answers 500 with a request id to everything that bears the header X-Beta. */
const breaksOnBeta: Handler = (request, response, body) =>
  request.headers['x-beta'] === undefined
    ? healthy(request, response, body)
    : sendJson(response, 500, {error: 'boom'}, {'x-request-id': 'req-4711'});

describe('repro', () => {
  test('the printed line, run by a real shell, fails as the server does', async () => {
    const world = worldWith({
      notes: {command: 'node', args: [program('crash-at-start')], env: {'NOTES MODE': '1', MODE: "it's on"}},
    });
    const ran = await runProgram(world, ['repro', 'notes', '--yes', '--run']);
    expect(ran.err).toContain('It shows the same');
    expect(ran.code).toBe(0);
    const shell = spawnSync('/bin/sh', ['-c', ran.out], {env: {...world.env}, encoding: 'utf8'});
    expect(shell.status).not.toBe(0);
    expect(shell.stdout).toBe('');
    expect(shell.stderr).not.toBe('');
  });

  test('of a healthy server: hello and the list of tools, by a real shell', async () => {
    const world = worldWith({notes: {command: 'node', args: [program('healthy')]}});
    const ran = await runProgram(world, ['repro', 'notes', '--yes']);
    const line = ran.out.replace('sleep 10', 'sleep 1');
    const said = execFileSync('/bin/sh', ['-c', line], {env: {...world.env}, encoding: 'utf8'});
    const answers = said
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(answers.map(({id}) => id)).toEqual([1, 2]);
    expect(answers[1].result.tools.length).toBeGreaterThan(0);
  });

  test('without an approval nothing is asked, and --run is refused', async () => {
    const server = await startPlain(healthy);
    const world = worldWith({notes: {type: 'http', url: server.url}});
    const ran = await runProgram(world, ['repro', 'notes']);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^curl /);
    const refused = await runProgram(world, ['repro', 'notes', '--run']);
    expect(refused.code).toBe(3);
    expect(refused.err).toContain('--trust');
    expect(server.seen).toEqual([]);
  });

  test('as JSON', async () => {
    const server = await startPlain((_, response) => sendJson(response, 401, {error: 'no'}));
    const world = worldWith({
      notes: {type: 'http', url: server.url, headers: {Authorization: `Bearer ${token}`}},
    });
    const ran = await runProgram(world, ['repro', 'notes', '--yes', '--run', '--json']);
    expect(JSON.parse(ran.out)).toMatchObject({
      schemaVersion: 1,
      server: 'notes',
      kind: 'request',
      variables: ['NOTES_TOKEN'],
      run: {isSame: true},
    });
    expect(ran.out + ran.err).not.toContain(token);
  });
});

describe('bundle', () => {
  /** Fifty secrets of many shapes, where people and servers put them. */
  const secrets = Array.from({length: 50}, (_, index) => {
    const tail = `${index}`.padStart(2, '0');
    const random = `aB3${tail}dE5fG7hJ9kL2mN4pQ6rS8tU${tail}vW`;
    return (
      [
        `ghp_${random.slice(0, 30)}${tail}wxyz`,
        `sk-ant-api03-${random}${random}`,
        `xoxb-${tail}1234567890-${random}`,
        `${random}${random}`,
        `hunter2-${random}`,
      ][index % 5] ?? random
    );
  });

  test('one report that CommonMark reads as meant, with no secret of fifty, from a hostile server', async () => {
    const hostile: Handler = (_request, response) => {
      response.writeHead(500, {
        'content-type': 'text/plain',
        'x-request-id': 'req-1',
        'x-debug': `token ${secrets[0]}`,
      });
      response.end(
        `\`\`\`\n# Not a heading\n[click](https://evil.example)\n<script>alert(1)</script>\n\`\`\`\`\n${secrets.slice(0, 20).join(' \n')}`,
      );
    };
    const server = await startPlain(hostile);
    const headers = Object.fromEntries(secrets.slice(0, 25).map((secret, index) => [`X-Secret-${index}`, secret]));
    const query = secrets
      .slice(25, 30)
      .map((secret, index) => `key${index}=${encodeURIComponent(secret)}`)
      .join('&');
    const world = worldWith({
      'no`tes |': {
        type: 'http',
        url: `${server.url}?${query}`,
        headers: {...headers, Authorization: `Bearer ${secrets[30]}`},
      },
    });
    const env = Object.fromEntries(secrets.slice(31).map((secret, index) => [`APP_TOKEN_${index}`, secret]));
    const ran = await runProgram(world, ['bundle', 'no`tes |', '--yes', '--out', 'report.md'], {env});
    expect(ran.err).toContain('report.md');
    expect(ran.code).toBe(0);
    const text = world.read('project/report.md').toString('utf8');
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    const blocks = readMarkdown(text);
    expect(blocks.filter((block) => block.kind === 'code' && block.language === 'unclosed')).toEqual([]);
    const lines = blocks.flatMap((block) => (block.kind === 'line' ? [withoutCodeSpans(block.text)] : []));
    expect(lines.join('\n')).not.toMatch(/Not a heading|evil\.example|<script/);
    expect(lines.filter((line) => line.startsWith('## '))).toEqual(
      expect.arrayContaining([
        '## What fails',
        '## The smallest reproduction',
        '## Request ids',
        '## Times',
        '## Versions',
        '## Ruled out',
        '## Not checked',
      ]),
    );
    expect(text).toContain('x-request-id: req-1');
    expect(text).toMatch(/\d{4}-\d\d-\d\dT[\d:.]+Z/);
  });

  test('of a local program: how it ended, its words, and the commits of its tracked configuration', async () => {
    const world = tempHome();
    world.write('project/.mcp.json', {mcpServers: {notes: {command: 'node', args: [program('crash-at-start')]}}});
    const git = (...args: readonly string[]): void => {
      execFileSync('git', [...args], {
        cwd: world.project,
        env: {
          ...world.env,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_AUTHOR_NAME: 'Ann',
          GIT_AUTHOR_EMAIL: 'a@example.invalid',
          GIT_COMMITTER_NAME: 'Ann',
          GIT_COMMITTER_EMAIL: 'a@example.invalid',
        },
      });
    };
    git('init', '-q');
    git('add', '.mcp.json');
    git('commit', '-q', '-m', 'Add the `notes` server');
    // A repository may not make us run its programs.
    const trap = world.write('trap.sh', `#!/bin/sh\ntouch ${world.dir}/trapped\n`, 0o755);
    git('config', 'log.showSignature', 'true');
    git('config', 'gpg.program', trap);
    git('config', 'core.fsmonitor', trap);
    git('config', 'core.pager', trap);
    const digests = JSON.parse((await runProgram(world, ['list', '--json'])).out).servers.map(
      ({digest}: {digest: string}) => digest,
    );
    world.write('home/.claude/settings.json', {enableAllProjectMcpServers: true});
    const ran = await runProgram(world, ['bundle', 'notes', '--trust', 'all']);
    expect(digests).toHaveLength(1);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/commit `` [0-9a-f]{7,} .* Add the `notes` server ``/);
    expect(ran.out).toContain('Its standard error:');
    expect(ran.out).toMatch(/it ended after \d+ ms with exit code/);
    expect(ran.out).not.toContain('Ann');
    expect(fs.existsSync(path.join(world.dir, 'trapped'))).toBe(false);
  });

  test('nothing without an approval', async () => {
    const server = await startPlain(healthy);
    const world = worldWith({notes: {type: 'http', url: server.url}});
    const ran = await runProgram(world, ['bundle', 'notes']);
    expect(ran).toMatchObject({code: 3, out: ''});
    expect(server.seen).toEqual([]);
  });
});

describe('bisect', () => {
  test('names the header and the one change', async () => {
    const server = await startPlain(breaksOnBeta);
    const world = worldWith({
      notes: {type: 'http', url: server.url, headers: {'X-Beta': 'tasks', 'X-Team': 'blue'}},
    });
    const ran = await runProgram(world, ['bisect', 'notes', '--yes']);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/fails at the first message because of the header X-Beta/);
    expect(ran.out).toMatch(/The one change: take headers › X-Beta out of .*\.claude\.json, line \d+/);
    const json = JSON.parse((await runProgram(world, ['bisect', 'notes', '--yes', '--json'])).out);
    expect(json).toMatchObject({
      outcome: 'found',
      change: {path: ['mcpServers', 'notes', 'headers', 'X-Beta'], edit: {kind: 'remove'}},
    });
  });

  test.each([
    ['a healthy server', healthy, 0, /Nothing in the request/],
    [
      'one that is down',
      (_q: unknown, response: Parameters<Handler>[1]) => sendJson(response, 500, {error: 'x'}),
      1,
      /smallest request too/,
    ],
  ] as const)('%s', async (_, handler, code, said) => {
    const server = await startPlain(handler);
    const world = worldWith({notes: {type: 'http', url: server.url}});
    const ran = await runProgram(world, ['bisect', 'notes', '--yes']);
    expect(ran.out).toMatch(said);
    expect(ran.code).toBe(code);
  });

  test('a local program: the variable of the entry, and the one change', async () => {
    const world = worldWith({
      notes: {command: 'node', args: [program('picky'), 'var:MODE'], env: {MODE: 'x', TEAM: 'b'}},
    });
    const ran = await runProgram(world, ['bisect', 'notes', '--yes', '--env', 'minimal']);
    expect(ran.out).toMatch(/✓ the smallest start: it answers/);
    expect(ran.out).toMatch(/fails at the first message because of the variable MODE of the entry/);
    expect(ran.out).toMatch(/The one change: take env › MODE out of .*\.claude\.json, line \d+/);
    expect(ran.out).toMatch(/It was started \d+ times, and asked for hello and its lists only/);
    expect(ran.code).toBe(1);
  });

  test('a local program: a variable of the shell', async () => {
    const world = worldWith({notes: {command: 'node', args: [program('picky'), 'var:MY_DEBUG']}});
    const ran = await runProgram(world, ['bisect', 'notes', '--yes'], {env: {MY_DEBUG: '1'}});
    expect(ran.out).toMatch(/because of the variable MY_DEBUG, which the client hands on/);
    expect(ran.out).toMatch(/MY_DEBUG comes from whatever starts Claude Code/);
    expect(ran.code).toBe(1);
  });
});

describe('snapshot and compare', () => {
  const project = {notes: {command: 'node', args: [program('healthy')], env: {TOKEN: `\${NOTES_TOKEN}`}}};
  const take = async (name: string, env: Readonly<Record<string, string>>): Promise<string> => {
    const world = worldWith(project);
    const ran = await runProgram(world, ['snapshot', '--yes', '--out', name], {env});
    expect(ran.code).toBe(0);
    return world.read(`project/${name}`).toString('utf8');
  };

  test('a laptop against CI: the variable that is not set there, and nothing else', async () => {
    const [a, b] = [await take('a.json', {NOTES_TOKEN: token}), await take('b.json', {CI: 'true', USER: 'runner'})];
    expect(a).not.toContain(token);
    expect(a).not.toMatch(/mcp-fix-test-/);
    const world = tempHome();
    world.write('project/a.json', a);
    world.write('project/b.json', b);
    const ran = await runProgram(world, ['compare', 'a.json', 'b.json']);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/1\. notes: environment NOTES_TOKEN.*\n +A set\n +B unset/);
    expect(ran.out).not.toMatch(/CI|runner/);
    expect((await runProgram(world, ['compare', 'a.json', 'a.json'])).code).toBe(0);
    const json = JSON.parse((await runProgram(world, ['compare', 'a.json', 'b.json', '--json'])).out);
    expect(json.differences[0]).toMatchObject({server: 'notes', what: 'environment NOTES_TOKEN', isNamed: true});
  });

  test('with a key that both know: the same shape, another value', async () => {
    const key = `team-${'k'.repeat(24)}`;
    const other = `${token.slice(0, -4)}zzzz`;
    const shot = async (value: string, isRefused: boolean): Promise<string> => {
      const server = await startPlain((request, response, body) =>
        isRefused ? sendJson(response, 401, {error: 'invalid_token'}) : healthy(request, response, body),
      );
      const world = worldWith({
        notes: {type: 'http', url: server.url, headers: {Authorization: `Bearer \${NOTES_TOKEN}`}},
      });
      const env = {NOTES_TOKEN: value, TEAM_KEY: key};
      const ran = await runProgram(world, ['snapshot', '--yes', '--key-env', 'TEAM_KEY'], {env});
      expect(ran.code).toBe(0);
      for (const secret of [value, key]) expect(ran.out).not.toContain(secret);
      return ran.out.replaceAll(/127\.0\.0\.1:\d+/g, 'mcp.acme.example');
    };
    const world = tempHome();
    world.write('project/a.json', await shot(token, false));
    world.write('project/b.json', await shot(other, true));
    world.write('project/c.json', await shot(token, true));
    const ran = await runProgram(world, ['compare', 'a.json', 'b.json']);
    expect(ran.out).toMatch(/1\. notes: environment NOTES_TOKEN \(config.*\)\n +A one value\n +B another value/);
    const same = await runProgram(world, ['compare', 'a.json', 'c.json']);
    expect(same.out).not.toContain('another value');
  });

  test('an unapproved server is told from its configuration alone', async () => {
    const world = tempHome();
    world.write('home/.claude.json', {mcpServers: {trap: {command: 'touch', args: [path.join(world.dir, 'trapped')]}}});
    const ran = await runProgram(world, ['snapshot']);
    expect(JSON.parse(ran.out).servers).toMatchObject([
      {name: 'trap', approved: false, status: 'unchecked', tools: null},
    ]);
    expect(ran.err).toMatch(/1 of 1 servers were not asked/);
    expect(fs.existsSync(path.join(world.dir, 'trapped'))).toBe(false);
  });

  test.each([
    [['a.json', 'b.json'], /There is no file/],
    [['odd.json', 'odd.json'], /is no snapshot/],
    [['odd.json', 'notes'], /one server or two snapshots/],
  ] as const)('compare %j says what is wrong', async (operands, said) => {
    const world = tempHome();
    world.write('project/odd.json', {kind: 'else'});
    const ran = await runProgram(world, ['compare', ...operands]);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(said);
  });
});

describe('compat', () => {
  test('a local server: versions, and clients', async () => {
    const world = worldWith({notes: {command: 'node', args: [program('healthy')]}});
    const ran = await runProgram(world, ['compat', 'notes', '--yes']);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/2025-11-25 \(legacy\)\s+yes/);
    expect(ran.out).toMatch(/✓ Claude Code +\*/);
  });

  test('a remote one: who starts local programs only is told', async () => {
    const server = await startPlain(healthy);
    const world = worldWith({notes: {type: 'http', url: server.url}});
    const json = JSON.parse((await runProgram(world, ['compat', 'notes', '--yes', '--json'])).out);
    expect(json.offer).toMatchObject({transport: 'http', eras: ['legacy'], tools: 1, name: 'notes'});
    expect(json.clients.find(({client}: {client: string}) => client === 'claude-desktop')).toMatchObject({
      answer: 'does-not',
    });
    expect(json.clients.find(({client}: {client: string}) => client === 'claude-code')).toMatchObject({
      answer: 'works',
      configured: true,
    });
  });
});

describe('check --repeat', () => {
  test('a flaky server: how often, how long, and bars', async () => {
    let hellos = 0;
    const server = await startPlain((request, response, body) => {
      if (parse(body)['method'] === 'initialize') hellos += 1;
      return parse(body)['method'] === 'initialize' && hellos % 3 === 0
        ? sendJson(response, 403, {error: 'no'})
        : healthy(request, response, body);
    });
    const world = worldWith({notes: {type: 'http', url: server.url}});
    const ran = await runProgram(world, ['check', 'notes', '--yes', '--repeat', '6', '--json']);
    expect(() => JSON.parse(ran.out)).not.toThrow();
    expect(ran.err).toMatch(/notes \(claude-code\): [1-3] of 6 failed, p50 \d+ ms, p95 \d+ ms; comes and goes/);
    expect(ran.err).toMatch(/ms #*x+ \d/);
  });

  test('one that fails three times of ten is called transient, one that always fails is not', async () => {
    let asked = 0;
    const flaky = await startPlain((request, response, body) => {
      if (parse(body)['method'] === 'initialize') asked += 1;
      return parse(body)['method'] === 'initialize' && [2, 5, 8].includes(asked % 10)
        ? sendJson(response, 500, {error: 'boom'})
        : healthy(request, response, body);
    });
    const dead = await startPlain((_, response) => sendJson(response, 500, {error: 'boom'}));
    const world = worldWith({
      flaky: {type: 'http', url: flaky.url},
      dead: {type: 'http', url: dead.url},
      calm: {type: 'http', url: (await startPlain(healthy)).url},
    });
    const ran = await runProgram(world, ['check', '--yes', '--repeat', '10']);
    expect(ran.err).toMatch(
      /flaky \(claude-code\): 0 of 10 failed, [3-6] answered only when asked again, p50 \d+ ms, p95 \d+ ms; comes and goes: a transient/,
    );
    expect(ran.err).toMatch(/dead \(claude-code\): 10 of 10 failed, .*; fails every time/);
    expect(ran.err).toMatch(/calm \(claude-code\): 0 of 10 failed, .*; steady/);
  });

  test('Retry-After: a short rest is taken, a long one ends it', async () => {
    let rest = '1';
    const times: number[] = [];
    const server = await startPlain((_, response) => {
      times.push(Date.now());
      return sendJson(response, 429, {error: 'slow down'}, {'retry-after': rest});
    });
    const world = worldWith({notes: {type: 'http', url: server.url}});
    await runProgram(world, ['check', 'notes', '--yes', '--repeat', '2']);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(0);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(950);
    rest = '3600';
    const before = times.length;
    const ran = await runProgram(world, ['check', 'notes', '--yes', '--repeat', '5']);
    expect(ran.err).toMatch(/left alone for 3600 s/);
    expect(times.length - before).toBe(1);
  });
});

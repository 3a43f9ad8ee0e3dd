import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {BIN} from '../helpers/pty.ts';
import {tempHome} from '../helpers/temp-home.ts';

/** Whether this machine lets us watch system calls; without it the claim is not made. */
const canTrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

test.skipIf(!canTrace)('list starts nothing that a configuration names and sends nothing', () => {
  const home = tempHome();
  const trap = home.write('bin/trap', '#!/bin/sh\ntouch "$0.sprung"\n', 0o755);
  home.write('home/.claude.json', {
    mcpServers: {
      local: {command: trap, args: ['${HOME}']},
      remote: {type: 'http', url: 'http://127.0.0.1:9/mcp', headersHelper: trap},
    },
  });
  home.write('home/.codex/config.toml', `[mcp_servers.notes]\ncommand = "${trap}"\n`);
  home.write('project/.mcp.json', {mcpServers: {project: {command: trap}}});
  const log = path.join(home.dir, 'trace');
  const done = spawnSync(
    'strace',
    ['-f', '-e', 'trace=execve,connect,sendto,sendmsg', '-o', log, process.execPath, BIN, 'list'],
    {cwd: home.project, env: home.env, encoding: 'utf8'},
  );
  expect(done.stdout).toContain('4 servers. Nothing was started and nothing was sent.');
  const calls = fs.readFileSync(log, 'utf8').split('\n');
  // The first is strace's own start of the program.
  expect(calls.filter((line) => line.includes('execve('))).toHaveLength(1);
  expect(calls.filter((line) => /\b(connect|sendto|sendmsg)\(/.test(line))).toEqual([]);
  expect(fs.existsSync(`${trap}.sprung`)).toBe(false);
});

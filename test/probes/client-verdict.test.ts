import path from 'node:path';
import {expect, test} from 'vitest';
import {readHost} from '../../src/commands/host.ts';
import {askClient} from '../../src/probes/client-verdict.ts';
import {tempHome} from '../helpers/temp-home.ts';

/** What the real programs print for the same four servers; paths are shortened. The versions are those that were run. */
const PRINTED = {
  // Claude Code 2.1.197
  'claude-code': {
    command: 'claude',
    text: `Checking MCP server health…

good: node index.js - ✔ Connected
bad: nodex x - ✘ Failed to connect
web: http://127.0.0.1:9999/mcp (HTTP) - ✘ Failed to connect
off: node index.js - ⏸ Pending approval (run \`claude\` to approve)
`,
    words: {good: 'works', bad: 'fails', web: 'fails', off: 'waits'},
  },
  // Codex 0.169.0 tells what is configured, not whether it works.
  codex: {
    command: 'codex',
    text: `Name  Command  Args      Env  Cwd  Status    Auth
bad   nodex    -         -    -    enabled   Unsupported
good  node     index.js  -    -    enabled   Unsupported
off   node     -         -    -    disabled  Unsupported

Name  Url                        Bearer Token Env Var  Status   Auth
web   http://127.0.0.1:9999/mcp  -                     enabled  Unknown
`,
    words: {good: 'listed', bad: 'listed', web: 'listed', off: 'waits'},
  },
  // Gemini CLI 0.61.0; Qwen Code 0.15.10 prints the same.
  'gemini-cli': {
    command: 'gemini',
    text: `Configured MCP servers:

✓ good: node index.js (stdio) - Connected
✗ bad: nodex  (stdio) - Disconnected
✗ web: http://127.0.0.1:9999/mcp (http) - Disconnected
○ off: node index.js (stdio) - Disabled
`,
    words: {good: 'works', bad: 'fails', web: 'fails', off: 'waits'},
  },
  // GitHub Copilot CLI 1.0.102
  'copilot-cli': {
    command: 'copilot',
    text: `User servers:
  good (local)
  bad (local)
  web (http)
`,
    words: {good: 'listed', bad: 'listed', web: 'listed', off: 'not-listed'},
  },
  // opencode 1.18.33
  opencode: {
    command: 'opencode',
    text: `
┌  MCP Servers
│
●  ✓ good connected
│      node index.js
│
●  ✗ bad failed
│      Executable not found in $PATH: "nodex"
│      nodex
│
●  ○ off disabled
│      node
│
●  ✗ web failed
│      SSE error: Unable to connect. Is the computer able to access the url?
│      http://127.0.0.1:9999/mcp
│
└  4 server(s)
`,
    words: {good: 'works', bad: 'fails', web: 'fails', off: 'waits'},
  },
} as const;

test.skipIf(process.platform === 'win32').each(Object.entries(PRINTED))(
  'the list of %s is read as it is printed',
  async (client, {command, text, words}) => {
    const world = tempHome();
    world.write('printed.txt', text);
    world.write(`bin/${command}`, `#!/bin/sh\ncat '${path.join(world.dir, 'printed.txt')}'\n`, 0o755);
    const host = {...readHost('0.0.0'), env: {...world.env, PATH: `${world.dir}/bin:${process.env['PATH'] ?? ''}`}};
    const verdict = await askClient(client, ['good', 'bad', 'web', 'off', 'goo', 'nodex'], {
      host,
      cwd: world.dir,
      secrets: [],
      signal: new AbortController().signal,
    });
    expect(verdict?.outcome).toBe('answered');
    expect(Object.fromEntries((verdict?.words ?? []).map(({name, word}) => [name, word]))).toMatchObject({
      ...words,
      // No server of that name: the beginning of another one.
      goo: 'not-listed',
    });
  },
);

test('a client without such a command is not asked', async () => {
  const options = {host: readHost('0.0.0'), cwd: '.', secrets: [], signal: new AbortController().signal};
  expect(await askClient('zed', ['a'], options)).toBeNull();
});

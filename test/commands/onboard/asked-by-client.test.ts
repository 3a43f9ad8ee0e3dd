import process from 'node:process';
import {expect, test} from 'vitest';
import {parseArguments} from '../../../src/commands/arguments.ts';
import {readHost} from '../../../src/commands/host.ts';
import {onboardPorts} from '../../../src/commands/onboard/ports.ts';
import {openSession} from '../../../src/commands/session.ts';
import type {OnboardAnswer} from '../../../src/repair/onboard/need.ts';
import {tempHome} from '../../helpers/temp-home.ts';

const SERVER = `if (!/^tok-/.test(process.env.ISSUE_TOKEN ?? '')) { console.error('ISSUE_TOKEN must begin with tok-'); process.exit(1); }\n`;

const proved = async (value: string): Promise<OnboardAnswer | undefined> => {
  const world = tempHome();
  const server = world.write('project/server.mjs', SERVER);
  world.write('project/.vscode/mcp.json', {
    inputs: [{type: 'promptString', id: 'issue-token', description: 'A token', password: true}],
    servers: {issues: {type: 'stdio', command: process.execPath, args: [server], env: {ISSUE_TOKEN: value}}},
  });
  const host = {...readHost('0.0.0'), home: world.home, cwd: world.project, env: world.env};
  const ports = onboardPorts(await openSession(parseArguments(['onboard']), host), world.project, null);
  const [issues] = await ports.list();
  return issues && ports.prove(issues.key, issues.question.digest, new AbortController().signal);
};

test('a value that only the client knows is no wrong value: that is said, and where to be sure', async () => {
  const answer = await proved('${input:issue-token}');
  expect(answer?.outcome).toBe('fails');
  expect(answer?.note).toMatch(/^Only VS Code knows "issue-token": it asks you at the first start/);
  expect(answer?.note).toContain('ISSUE_TOKEN must begin with tok-');
  expect(answer?.todo).toBe('To be sure: start it in VS Code.');
});

test('a value that stands in the file is wrong of itself', async () => {
  const answer = await proved('nothing');
  expect(answer?.note).toMatch(/^The server does not accept the value of ISSUE_TOKEN/);
  expect(answer?.todo).toContain('mcp-fix wizard issues');
});

import {expect, test} from 'vitest';
import {readHost} from '../../../src/commands/host.ts';
import {runCommand} from '../../../src/probes/process/index.ts';

const host = readHost('0.0.0');
const run = (script: string, more: {readonly timeoutMs?: number; readonly signal?: AbortSignal} = {}) =>
  runCommand({
    host,
    argv: [process.execPath, '-e', script],
    cwd: process.cwd(),
    timeoutMs: 20_000,
    signal: new AbortController().signal,
    ...more,
  });

test('exit code and both streams', async () => {
  const end = await run('console.log("one"); console.error("two"); process.exitCode = 3');
  expect(end).toMatchObject({exitCode: 3, notStarted: null, timedOut: false});
  expect(end.output).toContain('one');
  expect(end.output).toContain('two');
});

test('a program that is not there is an answer, not an exception', async () => {
  const end = await runCommand({
    host,
    argv: ['no-such-program-7f3'],
    cwd: process.cwd(),
    timeoutMs: 5000,
    signal: new AbortController().signal,
  });
  expect(end.notStarted).toBe('ENOENT');
});

test('time ends it, its children too', async () => {
  const end = await run(
    'require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {stdio: "inherit"}); setInterval(() => {}, 1000)',
    {timeoutMs: 700},
  );
  expect(end).toMatchObject({exitCode: null, timedOut: true});
});

test('a helper that keeps the pipe open does not keep us', async () => {
  const startedAt = Date.now();
  const end = await run(
    'require("node:child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 30000)"], {stdio: "inherit"}).unref(); process.exit(0)',
  );
  expect(end.exitCode).toBe(0);
  expect(Date.now() - startedAt).toBeLessThan(10_000);
});

test('the person can stop it', async () => {
  const stop = new AbortController();
  const running = run('setInterval(() => {}, 1000)', {signal: stop.signal});
  stop.abort();
  expect(await running).toMatchObject({exitCode: null, timedOut: false});
});

test('output is bounded', async () => {
  const end = await run('process.stdout.write("x".repeat(3_000_000))');
  expect(end.output.length).toBe(200_000);
});

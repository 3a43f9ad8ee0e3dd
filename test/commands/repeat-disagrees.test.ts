import {expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {healthy, parse, sendJson} from '../servers/http-mcp.ts';
import type {Handler} from '../servers/http-server.ts';
import {endPlainServersAfterwards, startPlain} from './plain-server.ts';

endPlainServersAfterwards();

/** Refuses the hellos that `refused` says (counted from 1), and answers the others. */
const flaky = (refused: (hello: number) => number | null): Handler => {
  let hellos = 0;
  return (request, response, body) => {
    if (parse(body)['method'] !== 'initialize') return healthy(request, response, body);
    hellos += 1;
    const status = refused(hellos);
    return status === null ? healthy(request, response, body) : sendJson(response, status, {error: 'no'});
  };
};

const checked = async (handler: Handler, times: number) => {
  const server = await startPlain(handler);
  const world = tempHome();
  world.write('home/.claude.json', {mcpServers: {notes: {type: 'http', url: server.url}}});
  const text = await runProgram(world, ['check', 'notes', '--yes', '--repeat', String(times)]);
  return {world, text};
};

test('runs that disagree: the verdict leads, and no run alone is blamed', async () => {
  const {text} = await checked(
    flaky((hello) => (hello % 3 === 0 ? 403 : null)),
    6,
  );
  expect(text.err).toMatch(/notes \(claude-code\): [1-3] of 6 failed, .*; comes and goes/);
  expect(text.out).toMatch(/✗ In [1-3] of 6 runs: /);
  expect(text.out).toMatch(/The runs disagree: [3-5] runs\s+worked/);
  expect(text.out).toMatch(/→ Change nothing yet/);
  expect(text.code).toBe(1);
});

test('a first run that works does not hide the ones that fail', async () => {
  const server = await startPlain(flaky((hello) => (hello > 2 ? 403 : null)));
  const world = tempHome();
  world.write('home/.claude.json', {mcpServers: {notes: {type: 'http', url: server.url}}});
  const ran = await runProgram(world, ['check', 'notes', '--yes', '--repeat', '4', '--json']);
  const report: {servers: {status: string; findings: {title: string}[]}[]} = JSON.parse(ran.out);
  expect(report.servers[0]?.status).toBe('broken');
  expect(report.servers[0]?.findings[0]?.title).toMatch(/^In [123] of 4 runs: /);
  expect(ran.code).toBe(1);
});

test('runs that agree: the finding is told as ever', async () => {
  const {text} = await checked(
    flaky(() => 403),
    3,
  );
  expect(text.err).toMatch(/3 of 3 failed/);
  expect(text.out).not.toMatch(/runs/);
  expect(text.out).not.toMatch(/Change nothing yet/);
});

test('runs that all fail, each in its own way, say so', async () => {
  const {text} = await checked(
    flaky((hello) => (hello === 1 ? 403 : 404)),
    4,
  );
  expect(text.err).toMatch(/4 of 4 failed/);
  expect(text.out).toMatch(/✗ In [1-3] of 4 runs: /);
  expect(text.out).toMatch(/failed\s+otherwise/);
});

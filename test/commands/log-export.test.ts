import {expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.ts';
import {tempHome} from '../helpers/temp-home.ts';

test('the export is markdown, and JSON with --json', async () => {
  const world = tempHome();
  const text = await runProgram(world, ['log', 'export']);
  expect(text.out).toMatch(/^# MCP fix log/);
  const ran = await runProgram(world, ['log', 'export', '--json']);
  expect(JSON.parse(ran.out)).toEqual({schemaVersion: 1, records: []});
  expect([text.code, ran.code]).toEqual([0, 0]);
});

import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.ts';
import {root} from '../helpers/source-files.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {endServersAfterwards} from '../servers/http-server.ts';
import {fiveServers, TOKENS} from '../servers/request-servers.ts';

endServersAfterwards();

const ARGS = [
  'request',
  'body.json',
  '--yes',
  '--allow-private',
  '--timeout',
  '2500',
  '--timeout-for',
  'mail=900',
  '--degrade',
];

/** What differs from run to run, replaced by what reads well. */
const steady = (text: string, ports: readonly string[]): string =>
  ports
    .reduce((out, port, index) => out.replaceAll(port, `4300${index + 1}`), text)
    .replaceAll(/; \d+ ms\)/g, '; 12 ms)')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-11-21T12:00:00.000Z')
    .replaceAll(/ghp_\w+/g, '…');

test('docs/request-example.md shows what the built program really prints', async () => {
  const world = tempHome();
  const {request, servers} = await fiveServers({welcomesAll: true});
  world.write('project/body.json', request);
  const ran = await runProgram(world, ARGS);
  const ports = servers.map(({url}) => new URL(String(url)).port);
  expect(ran.err).not.toContain(TOKENS.good);
  expect(ran.err).not.toContain(TOKENS.bad);
  const page = [
    '<!-- written by test/commands/request-example.test.ts: vitest -u -->',
    '# A request with five servers',
    '',
    'One server works; the others answer 500, are not there, refuse their token, or never answer. They are on this machine, so',
    '`--allow-private` is needed, and warns.',
    '',
    '```text',
    `$ mcp-fix ${ARGS.join(' ')} > sent.json`,
    steady(ran.err, ports).trimEnd(),
    '',
    `$ echo $?\n${String(ran.code)}`,
    '```',
    '',
    'And `sent.json`:',
    '',
    '```json',
    steady(ran.out, ports).trimEnd(),
    '```',
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot(path.join(root, 'docs/request-example.md'));
  expect(fs.readFileSync(path.join(root, 'docs/request.md'), 'utf8')).toContain('(request-example.md)');
});

import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.ts';
import {tempHome} from '../helpers/temp-home.ts';

/** Made up, in the forms of real ones; put together here so that no scanner takes them for real. */
const SECRETS = {
  env: `ghp_${'a1B2c3D4'.repeat(5).slice(0, 36)}`,
  plain: 'correct horse battery staple 42',
  words: 'purple monkey dishwasher tango',
  header: `nt_live_${'9f3e77c0'.repeat(3)}`,
  query: `q${'7Zk2'.repeat(6)}`,
  argument: `sk-ant-api03-${'Xy7_'.repeat(12)}`,
  userinfo: 'hunter2-hunter3',
};

/** A server that tells everything it knows, on every channel, and then falls over. */
const BLABBER = `
const known = [process.env.NOTES_TOKEN, process.env.NOTES_PHRASE, process.argv.slice(2).join(' ')].join(' | ');
console.error('config: ' + JSON.stringify({token: process.env.NOTES_TOKEN, auth: 'Bearer ' + process.env.NOTES_TOKEN}));
console.error(Buffer.from(process.env.NOTES_TOKEN).toString('base64') + ' ' + encodeURIComponent(process.env.NOTES_PHRASE));
console.log('starting with ' + known);
console.error('Error: NOTES_REGION is not set (' + known + ')');
process.exit(1);
`;

const walk = (folder: string): readonly string[] =>
  fs.existsSync(folder)
    ? fs.readdirSync(folder, {withFileTypes: true}).flatMap((item) => {
        const full = path.join(folder, item.name);
        return item.isDirectory() ? walk(full) : [full];
      })
    : [];

/** Every run of eight characters of a secret that stands in the text. */
const leaks = (text: string): readonly string[] =>
  Object.entries(SECRETS).flatMap(([name, secret]) => {
    const spellings = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
    const windows = spellings.flatMap((spelling) =>
      Array.from({length: Math.max(1, spelling.length - 7)}, (_, at) => spelling.slice(at, at + 8)),
    );
    return windows
      .filter((window) => text.includes(window))
      .slice(0, 1)
      .map((window) => `${name}: ${window}`);
  });

const planted = () => {
  const world = tempHome();
  world.write('home/.claude.json', {
    mcpServers: {
      notes: {
        command: 'node',
        args: [world.write('blabber.js', BLABBER), '--api-key', SECRETS.argument],
        env: {NOTES_TOKEN: SECRETS.env, NOTES_PHRASE: SECRETS.plain, NOTES_HINT: SECRETS.words},
      },
      search: {
        type: 'http',
        url: `http://dev:${SECRETS.userinfo}@127.0.0.1:9/mcp?api_key=${SECRETS.query}`,
        headers: {Authorization: `Bearer ${SECRETS.header}`},
      },
    },
  });
  return world;
};

test('the search itself finds a secret, whole or cut', () => {
  expect(leaks(`x ${SECRETS.env} y`)).toHaveLength(1);
  expect(leaks(`x ${SECRETS.header.slice(3, 14)} y`)).toHaveLength(1);
  expect(leaks('nothing here')).toEqual([]);
});

test.each([
  ['check', '--yes', '--json'],
  ['check', '--yes'],
  ['check', '--yes', '--format', 'markdown'],
  ['check', '--yes', '--format', 'sarif'],
  ['check', '--yes', '--format', 'junit'],
  ['check', '--yes', '--format', 'github'],
  ['check', '--yes', '--format', 'openmetrics'],
  ['list', '--json'],
  ['list'],
  ['repro', 'notes', '--yes'],
  ['bundle', 'search', '--yes'],
  ['snapshot'],
])('no secret in: mcp-fix %j', async (...args) => {
  const world = planted();
  const ran = await runProgram(world, args);
  expect(ran.out.length).toBeGreaterThan(100);
  expect(leaks(ran.out + ran.err)).toEqual([]);
});

test('a repair leaves no secret in its output, its record or its log; backups alone may hold one', async () => {
  const world = planted();
  const fixed = await runProgram(world, ['fix', 'notes', '--yes', '--json', '--value', 'eu-west']);
  expect(leaks(fixed.out + fixed.err)).toEqual([]);
  const log = await runProgram(world, ['log', 'export']);
  expect(leaks(log.out + log.err)).toEqual([]);
  const kept = walk(world.home).filter(
    (file) => !file.includes(`${path.sep}backups${path.sep}`) && !file.endsWith('.claude.json'),
  );
  for (const file of kept) expect(leaks(fs.readFileSync(file, 'utf8')), file).toEqual([]);
});

// Inside network and mount namespaces of its own, where every address is here: runs the program on servers that name
// inner hosts, and prints what was called. Arguments: the launcher, an empty folder, how much of it, the seed.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {aWorld} from '../a-world.ts';
import {canConnect, openCanaries} from '../named-urls/canaries.ts';
import {IN_HOSTS_FILE, INNER_HOSTS, LEADING_INSIDE, OTHER, SERVER, SPELLED} from '../named-urls/inner-hosts.ts';
import {openOwnKind} from '../named-urls/own-kind.ts';
import {answering, type Case, CONTROLS, entryOf, PLACES} from '../named-urls/places.ts';
import {certified} from '../own-side/certificate.ts';
import {NAME, openNames} from '../own-side/parts.ts';
import {few, randomOf, runToEnd, sample, scaled} from '../trial.ts';

const [, , program = '', dir = '', scale = '1', seed = '7'] = process.argv;
const options = {scale: Number(scale), seed: Number(seed), root: '', program};
const BATCH = 40;

const shell = (words: string): void => void execFileSync('sh', ['-ec', words], {stdio: 'pipe'});
const bind = (file: string, text: string): void => {
  const own = path.join(dir, path.basename(file));
  fs.writeFileSync(own, text);
  shell(`mount --bind ${own} ${file}`);
};
bind('/etc/resolv.conf', 'nameserver 127.0.0.53\noptions timeout:1 attempts:1\n');
const hostsLines = Object.entries(IN_HOSTS_FILE).map(([name, address]) => `${address} ${name}\n`);
bind('/etc/hosts', `127.0.0.1 localhost\n${hostsLines.join('')}`);
shell('ip link set lo up; ip route add local 0.0.0.0/0 dev lo; ip -6 route add local ::/0 dev lo');

const DAY = 86_400_000;
const dates = {from: new Date(Date.now() - DAY), to: new Date(Date.now() + DAY)};
const root = certified({name: 'Trial Root', ...dates});
const own = certified({
  name: NAME,
  hosts: [NAME, 'id.example.net', 'turning.example.net', 'localhost', '127.0.0.1', '::1'],
  ...dates,
  by: {name: 'Trial Root', key: root.key},
});

// A server whose own name leads inside as soon as it has named its own documents.
const TURNING = 'turning.example.net';
let hasTurned = false;
const asked = new Map<string, number>();
await openNames((name, type) => {
  if (name === NAME) return {a: SERVER};
  if (name === 'id.example.net') return {a: OTHER};
  if (name === TURNING) return {a: hasTurned ? '127.0.0.1' : SERVER};
  const turns = LEADING_INSIDE[name];
  if (turns === undefined) return {code: 3};
  const key = `${name} ${type}`;
  const turn = asked.get(key) ?? 0;
  asked.set(key, turn + 1);
  return turns[turn % turns.length] ?? {code: 3};
});

const cases = new Map<number, Case>();
const told = new Set<number>();
const controlsAsked = new Set<string>();
const answer = answering(cases, (number) => {
  told.add(number);
  hasTurned = cases.get(number)?.url.includes(TURNING) === true;
});
const seeing =
  (next: typeof answer): typeof answer =>
  (request, response, body) => {
    const control = /\/controls\/(\w+)/.exec(request.url ?? '')?.[1];
    if (control !== undefined) controlsAsked.add(control);
    next(request, response, body);
  };
const {hits} = await openCanaries(
  own,
  {server: seeing(answer), other: seeing((_, response) => void response.writeHead(404).end())},
  {secure: [443], open: [80, 8080]},
);

// The canaries sing: without this, silence would say nothing.
const reached: string[] = [];
for (const [host, port] of [
  ['10.1.2.3', 443],
  ['127.8.9.10', 80],
  ['169.254.169.254', 80],
  ['fd12:3456::1', 443],
  ['::1', 8080],
  ['64:ff9b::7f00:1', 443],
] as const)
  if (await canConnect(host, port)) reached.push(host);
const wrong: string[] = hits.length === 6 ? [] : [`only ${hits.length} of 6 canaries sing (${reached.join(', ')})`];
hits.length = 0;

const world = aWorld(dir);
const env = {...world.env, NODE_EXTRA_CA_CERTS: world.write('root.pem', root.cert)};
interface Server {
  readonly name: string;
  readonly findings: readonly {readonly id: string; readonly cause: string}[];
}
const runProgram = (args: readonly string[]): ReturnType<typeof runToEnd> =>
  runToEnd([process.execPath, program, ...args], {cwd: world.project, env, limitMs: 300_000});
const check = async (entries: Readonly<Record<string, object>>): Promise<readonly Server[]> => {
  world.write('home/.claude.json', {mcpServers: entries});
  const ran = await runProgram(['check', '--yes', '--json']);
  if (!/^\s*\{/.test(ran.out)) throw new Error(`check ended with ${ran.code}: ${ran.err.slice(-400)}`);
  return JSON.parse(ran.out).servers;
};

// What is followed where it may be: each place is alive.
const controls = CONTROLS.map(({place, url}, index) => {
  const number = 3 + 10 * index + (place === 'redirect of a document' ? 5 : 0);
  return {number, place, url: url(number)};
});
for (const one of controls) cases.set(one.number, one);
await check(Object.fromEntries(controls.map((one) => [`c${one.number}`, entryOf(one)])));
if (hits.length > 0 || controlsAsked.size !== controls.length)
  wrong.push(`of ${controls.length} places with a URL that may be asked ${[...controlsAsked].join(', ')} were`);
cases.clear();
told.clear();

const all: Case[] = [];
const add = (place: Case['place'], url: string): void => void all.push({number: 100 + all.length, place, url});
INNER_HOSTS.forEach((host, index) => {
  for (const place of PLACES) add(place, `https://${host}/x`);
  add(PLACES[index % PLACES.length] ?? 'challenge', `http://${host}:${index % 2 === 0 ? 80 : 8080}/x`);
});
const chosen = sample(randomOf(options.seed), all, scaled(all.length, options));
for (const one of chosen) cases.set(one.number, one);
const culprits: string[] = [];
for (let from = 0; from < chosen.length; from += BATCH) {
  const batch = chosen.slice(from, from + BATCH);
  await check(Object.fromEntries(batch.map((one) => [`c${one.number}`, entryOf(one)])));
  for (const {address, port} of hits.splice(0))
    culprits.push(`${address} port ${port} was called by ${batch.map(({place, url}) => `${place} ${url}`).join(' ')}`);
}
const silent = chosen.filter(({number}) => !told.has(number));
for (const {place, url} of silent.slice(0, 5)) wrong.push(`the ${place} that names ${url} was never read`);

// Other commands ask too. What `fix` puts into the file would be called by its second look: that is tried with every kind.
const COMMANDS = ['fix', 'compat', 'bisect', 'compare', 'repro', 'bundle'];
const steady = [
  ...Object.keys(LEADING_INSIDE).filter((name) => LEADING_INSIDE[name]?.length === 1),
  ...Object.keys(IN_HOSTS_FILE),
];
const runs = [
  ...COMMANDS.flatMap((command) => PLACES.map((place, index) => ({command, place, host: SPELLED[index * 14] ?? ''}))),
  ...[...SPELLED.filter((_, index) => index % 11 === 0), ...steady].map((host) => ({
    command: 'fix',
    place: 'redirect' as const,
    host,
  })),
];
const more = sample(randomOf(options.seed + 1), runs, scaled(runs.length, options));
let read = 0;
for (const [index, {command, place, host}] of more.entries()) {
  const one = {number: 50_000 + index, place, url: `https://${host}/x`};
  cases.set(one.number, one);
  world.write('home/.claude.json', {mcpServers: {notes: entryOf(one)}});
  await runProgram([command, 'notes', '--yes', ...(command === 'compare' ? ['--as', 'cursor'] : [])]);
  if (told.has(one.number)) read += 1;
  for (const {address} of hits.splice(0)) culprits.push(`${command}: ${address} was called by ${place} ${one.url}`);
}
if (more.length > 20 && read < more.length / 2) wrong.push(`other commands read ${read} of ${more.length} URLs`);

for (const [number, scheme] of [
  [90_000, 'https'],
  [90_001, 'http'],
] as const) {
  hasTurned = false;
  const origin = `${scheme}://${TURNING}`;
  const one = {
    number,
    place: 'challenge',
    url: `${origin}/.well-known/oauth-protected-resource/c${number}/mcp`,
  } as const;
  cases.set(number, one);
  await check({turning: {type: 'http', url: `${origin}/c${number}/mcp`}});
  if (!told.has(number)) wrong.push(`${origin} was never asked`);
  for (const {address} of hits.splice(0)) culprits.push(`${address} was called by the own name of ${origin}`);
}

const {setUps, reached: reachedOwn} = await openOwnKind(own);
const servers = await check(Object.fromEntries(setUps.map(({told: name, entry}) => [name, entry])));
const lost = setUps.filter(({told: name}) => {
  const ids = servers.find((server) => server.name === name)?.findings.map(({id}) => id) ?? [];
  return !reachedOwn.has(name) || ids[0] !== 'needs-sign-in';
});
for (const {told: name} of lost.slice(0, 5))
  wrong.push(`${name}: ${JSON.stringify(servers.find((server) => server.name === name)?.findings[0] ?? null)}`);

process.stdout.write(
  JSON.stringify({
    figures: `${INNER_HOSTS.length} inner hosts × ${PLACES.length} places and plain http: ${chosen.length} servers checked, ${more.length} runs of ${COMMANDS.join(', ')} (${read} read the URL), ${culprits.length} calls of an inner address; ${controls.length} places with a URL that may be asked: ${controlsAsked.size} asked; ${setUps.length} set-ups on loopback: ${setUps.length - lost.length} work`,
    wrong: [...few(wrong), ...few(culprits.map((line) => line.slice(0, 400)))],
  }),
);
process.exit(0);

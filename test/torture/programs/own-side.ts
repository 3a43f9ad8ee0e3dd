// Inside network and mount namespaces of its own: arranges one fault of our side in front of a healthy server, runs the
// program and prints what it said. Arguments: the fault's number, the launcher, an empty folder.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {aWorld} from '../a-world.ts';
import {certified} from '../own-side/certificate.ts';
import {FAULTS, type Stage} from '../own-side/index.ts';
import {ADDRESS, healthyAnswer, NAME, openHttps, openNames} from '../own-side/parts.ts';
import {runToEnd} from '../trial.ts';

const [, , number = '0', program = '', dir = ''] = process.argv;
const fault = FAULTS[Number(number)];
if (fault === undefined) throw new Error(`there is no fault ${number}`);

const shell = (words: string): void => void execFileSync('sh', ['-ec', words], {stdio: 'pipe'});
const bind = (file: string, text: string): void => {
  const own = path.join(dir, path.basename(file));
  fs.writeFileSync(own, text);
  shell(`mount --bind ${own} ${file}`);
};
bind('/etc/resolv.conf', 'nameserver 127.0.0.53\n');
bind('/etc/hosts', '127.0.0.1 localhost\n');
// A default route to nowhere: this namespace has a network, and what is sent to strangers is lost in it.
shell(`ip link set lo up; ip addr add ${ADDRESS}/32 dev lo; ip route add default dev lo`);

const world = aWorld(dir);
const DAY = 86_400_000;
const YEAR = 366 * DAY;
const root = certified({
  name: 'Trial Root',
  from: new Date(Date.now() - 12 * YEAR),
  to: new Date(Date.now() + 12 * YEAR),
});
const trusted = world.write('root.pem', root.cert);

const serve: Stage['serve'] = ({ahead = 0, port = 443, by, name = NAME} = {}) => {
  // Made twelve hours ago by the server's clock, good for as long again: a day of difference shows.
  const right = Date.now() + ahead;
  const dates = {from: new Date(right - DAY / 2), to: new Date(right + DAY / 2)};
  const signer =
    by === undefined ? {name: 'Trial Root', key: root.key} : {name: by, key: certified({name: by, ...dates}).key};
  return openHttps(certified({name, hosts: [name], ...dates, by: signer}), healthyAnswer(ahead), port);
};

const arranged = (await fault.arrange({dir, shell, serve, names: openNames})) ?? {};
world.write('home/.claude.json', {
  mcpServers: {notes: {type: 'http', url: arranged.url ?? `https://${NAME}/mcp`, headers: {'X-Api-Key': 'k'}}},
});
const ran = await runToEnd(
  [...(arranged.before ?? []), process.execPath, program, 'check', '--yes', '--json', '--timeout', '15000'],
  {cwd: world.project, env: {...world.env, NODE_EXTRA_CA_CERTS: trusted, ...arranged.env}},
);
process.stdout.write(JSON.stringify(ran));
process.exit(0);

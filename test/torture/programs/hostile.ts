// One hostile server. argv: its name. Tells its port, and stays until its input ends.
import {CALM, HOSTILE} from '../hostile-servers.ts';

const hostile = [...HOSTILE, CALM].find(({name}) => name === process.argv[2]);
if (hostile === undefined) throw new Error('no such server');
const server = await hostile.open();
process.stdout.write(`${server.port}\n`);
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));

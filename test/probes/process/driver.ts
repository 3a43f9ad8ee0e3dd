// Started by the tests as a program of its own: starts what its arguments say, tells the numbers, and waits to be killed.
import {guardTerminal, startProcess, supervisorPid} from '../../../src/probes/process/index.ts';
import {realHost} from '../stdio/world.ts';

const [mode = '', script = ''] = process.argv.slice(2);
const isTerminal = process.stdin.isTTY === true;
const host = realHost({terminal: {stdin: isTerminal, stdout: isTerminal, stderr: isTerminal, columns: 80}});

if (mode === 'terminal') {
  await guardTerminal(host);
  process.stdin.setRawMode(true);
  process.stdin.resume();
  process.stdout.write(`raw ${process.pid}\r\n`);
} else {
  const running = startProcess({host, command: process.execPath, args: ['-e', script], cwd: '/', env: host.env});
  await running.spawned;
  process.stdout.write(`${JSON.stringify({mark: running.mark, pid: running.pid, supervisor: supervisorPid()})}\n`);
}
setInterval(() => undefined, 1000);

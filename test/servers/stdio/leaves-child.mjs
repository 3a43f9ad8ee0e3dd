// Leaves a process behind that has a session of its own.
import {spawn} from 'node:child_process';
import {serve} from './serve.mjs';

spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'left-behind'], {
  detached: true,
  stdio: 'ignore',
}).unref();
serve();

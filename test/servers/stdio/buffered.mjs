// Writes what it has to say only when its input ends, as a program with a buffered output does.
import {serve} from './serve.mjs';

const kept = [];
serve({stays: true, write: (message) => kept.push(JSON.stringify(message))});
process.stdin.on('end', () => process.stdout.write(`${kept.join('\n')}\n`));

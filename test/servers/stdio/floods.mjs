// A megabyte of words on standard error before it listens, and a line of 3 MB on standard output.
import {serve} from './serve.mjs';

for (let line = 0; line < 16_000; line += 1) process.stderr.write(`${'x'.repeat(60)} ${line}\n`);
process.stdout.write(`${'y'.repeat(3_000_000)}\n`);
serve();

// Keeps its answers back, and ends, with what it kept, at the first line that is no JSON: a Python program without flush.
import readline from 'node:readline';
import {answerTo} from './serve.mjs';

const kept = [];
readline.createInterface({input: process.stdin}).on('line', (line) => {
  try {
    kept.push(JSON.stringify(answerTo(JSON.parse(line))));
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    process.stdout.write(`${kept.join('\n')}\n`, () => process.exit(1));
  }
});

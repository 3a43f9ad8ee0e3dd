// Reads and writes messages with a Content-Length header, and nothing else.
import {answerTo} from './serve.mjs';

let text = '';
process.stdin.on('data', (chunk) => {
  text += chunk;
  const found = /Content-Length: (\d+)\r\n\r\n/.exec(text);
  if (found === null || text.length < found.index + found[0].length + Number(found[1])) return;
  const from = found.index + found[0].length;
  const answer = JSON.stringify(answerTo(JSON.parse(text.slice(from, from + Number(found[1])))));
  text = text.slice(from + Number(found[1]));
  process.stdout.write(`Content-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}`);
});
process.stdin.on('end', () => process.exit(0));

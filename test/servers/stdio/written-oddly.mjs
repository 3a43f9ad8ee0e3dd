// One way of writing a message wrongly, by the first argument.
import {serve} from './serve.mjs';

const WAYS = {
  'content-length': (text) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  'several-lines': (text) => `${JSON.stringify(JSON.parse(text), null, 2)}\n`,
  bom: (text) => `\ufeff${text}\n`,
  'python-repr': (text) => `${text.replaceAll('"', "'").replaceAll('true', 'True')}\n`,
  'carriage-return': (text) => `${text}\r\n`,
  'wrong-id': (text) => `${text.replace(/"id":(\d+)/, '"id":9$1')}\n`,
  'id-type': (text) => `${text.replace(/"id":(\d+)/, '"id":"$1"')}\n`,
  'no-jsonrpc': (text) => `${text.replace('"jsonrpc":"2.0",', '')}\n`,
  batch: (text) => `[${text}]\n`,
  'no-newline': (text) => text,
  'nul-bytes': (text) => `\0${text}\n`,
  'result-and-error': (text) => `${text.replace(/\}$/, ',"error":null}')}\n`,
  'nan-literal': (text) => `${text.replace(/\}$/, ',"score":NaN}')}\n`,
  'truncated-json': (text) => text.slice(0, -20),
};
const way = WAYS[process.argv[2]];
serve({
  write: (message) => {
    process.stdout.write(way(JSON.stringify(message)), () => {
      if (process.argv[2] === 'truncated-json') process.exit(0);
    });
  },
});

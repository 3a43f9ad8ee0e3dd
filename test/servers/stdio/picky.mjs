import fs from 'node:fs';
import readline from 'node:readline';

/**
 * Healthy, but for what its arguments say: `var:NAME` ends it where that variable is set, `needs:NAME` where it is not,
 * `cap:NAME` where the client declares that capability; several together only where all of them are so. `second:METHOD` ends
 * it at that method. `random:FILE` answers by lots: one of three goes wrong (the lots are kept in FILE).
 */
const rules = process.argv.slice(2).map((word) => word.split(':'));
const isSet = (name) => (process.env[name] ?? '') !== '';
const missing = rules.some(([kind, name]) => kind === 'needs' && !isSet(name));
if (missing) {
  process.stderr.write('a variable is missing\n');
  process.exit(3);
}
const guilty = rules.filter(([kind]) => kind === 'var' || kind === 'cap');
const lots = rules
  .find(([kind]) => kind === 'random')
  ?.slice(1)
  .join(':');

const drawn = () => {
  if (lots === undefined) return false;
  const seed = Number(fs.readFileSync(lots, 'utf8')) || 1;
  // Park and Miller's generator: the same lots in each run of a test.
  const next = (seed * 48_271) % 2_147_483_647;
  fs.writeFileSync(lots, String(next));
  return next / 2_147_483_647 < 0.3;
};

const say = (id, result) => process.stdout.write(`${JSON.stringify({jsonrpc: '2.0', id, result})}\n`);

readline.createInterface({input: process.stdin}).on('line', (line) => {
  const {id, method, params} = JSON.parse(line);
  if (rules.some(([kind, name]) => kind === 'second' && name === method)) process.exit(4);
  if (method === 'initialize') {
    const has = ([kind, name]) => (kind === 'var' ? isSet(name) : params.capabilities[name] !== undefined);
    if ((guilty.length > 0 && guilty.every(has)) || drawn()) process.exit(5);
    say(id, {
      protocolVersion: params.protocolVersion,
      capabilities: {tools: {}},
      serverInfo: {name: 'picky', version: '1.0.0'},
    });
  } else if (method === 'tools/list') say(id, {tools: []});
  else if (id !== undefined) {
    process.stdout.write(`${JSON.stringify({jsonrpc: '2.0', id, error: {code: -32601, message: 'no'}})}\n`);
  }
});

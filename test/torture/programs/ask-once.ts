// One exchange with a server. argv: the server's origin, folder. Tells the bound that was hit, the time, and the most memory this process had.
import {ask} from '../../../src/probes/remote/exchange.ts';
import {aHost} from '../a-host.ts';
import {aLine} from '../a-line.ts';

const [origin = '', dir = ''] = process.argv.slice(2);
const from = performance.now();
const {exchange} = await ask(aLine(aHost(dir), 60_000), {
  purpose: 'trial',
  method: 'GET',
  url: new URL('/0', origin),
  own: {},
  secret: {},
});
const told = {
  bound: exchange.bound,
  error: exchange.error,
  ms: Math.round(performance.now() - from),
  // Kilobytes on every system, says Node.
  peak: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(told)}\n`, () => process.exit(0));

import {test} from 'vitest';
import {runRequest} from '../helpers/run-request.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {endServersAfterwards} from '../servers/http-server.ts';
import {fiveServers} from '../servers/request-servers.ts';
endServersAfterwards();
test('five', async () => {
  const world = tempHome();
  const {request} = await fiveServers();
  world.write('project/body.json', request);
  for (const args of [['--yes', '--allow-private', '--timeout', '2500'], ['--allow-private'], ['--yes'], ['--yes', '--allow-private', '--degrade', '--timeout', '2500'],['--yes', '--allow-private', '--degrade', '--timeout', '2500', '--required', 'mail', '--json']]) {
    const ran = await runRequest(world, ['body.json', ...args]);
    console.log(`##### ${args.join(' ')} -> ${ran.code}\n--- err\n${ran.err}\n--- out\n${ran.out.slice(0, 9000)}`);
  }
}, 60000);

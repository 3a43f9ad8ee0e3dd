import {expect, test} from 'vitest';
import {KEYS, openWizard} from './terminal.ts';
import {createWorld} from './world.ts';
import {WORLD} from './world-servers.ts';

test('the chosen row says who else reads its file, and no other row does', async () => {
  const servers = WORLD.map((server) =>
    server.row.name === 'notes' ? {...server, row: {...server.row, alsoReadBy: ['Warp', 'VS Code']}} : server,
  );
  const wizard = openWizard(createWorld({servers}));
  await wizard.see('Which server?');
  expect(wizard.lines().join('\n')).not.toContain('also read by');
  await wizard.press(...'notes');
  await wizard.see('Its file is also read by Warp, VS Code');
  await wizard.press(KEYS.escape, ...'tickets');
  await wizard.gone('also read by');
});

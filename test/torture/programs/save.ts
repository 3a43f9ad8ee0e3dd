// One save of one setting, with every file call on one thread so that calls can be counted.
// argv: file, value, data folder, the call to warm up (so that the counter of this thread leads all others).
import fs from 'node:fs';
import {applyChange, planChange} from '../../../src/clients/edit/index.ts';
import {UserError} from '../../../src/model/user-error.ts';
import {copyAttributes} from '../../../src/probes/process/index.ts';
import {aHost} from '../a-host.ts';

const [file = '', value = '', dataDir = '', warm = ''] = process.argv.slice(2);
const LEAD = 300;
const host = aHost(dataDir);
const pool = fs.promises;

const quiet = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);
const handle = await pool.open('/dev/zero', 'r');
const scratch = `${dataDir}.scratch`;
await pool.writeFile(scratch, 'x');
const own = await pool.open(scratch, 'r+');
const byte = Buffer.alloc(1);
const warmUps: Readonly<Record<string, () => Promise<unknown>>> = {
  openat: () => pool.open('/dev/null', 'r').then((opened) => opened.close()),
  close: () => pool.open('/dev/null', 'r').then((opened) => opened.close()),
  read: () => handle.read(byte, 0, 1, null),
  pwrite64: () => own.write(byte, 0, 1, 0),
  fsync: () => own.sync(),
  statx: () => own.stat(),
  fchmod: () => own.chmod(0o600),
  rename: () => quiet(pool.rename('/none/a', '/none/b')),
  unlink: () => quiet(pool.unlink('/none/a')),
  mkdir: () => quiet(pool.mkdir('/none/a/b')),
  rmdir: () => quiet(pool.rmdir('/none/a')),
  readlink: () => quiet(pool.readlink('/none')),
  getdents64: () => quiet(pool.readdir('/none')),
  chmod: () => quiet(pool.chmod('/none', 0o600)),
};
const once = warmUps[warm];
if (once !== undefined) {
  const all = Array.from({length: LEAD}, once);
  // The other thread stands still meanwhile, so that its own count stays behind.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
  await Promise.all(all);
}

await quiet(pool.access('/torture-begins'));
let told: {ok: boolean; message?: string; isUserError?: boolean};
try {
  const plan = await planChange(
    {file, path: ['mcpServers', 'notes', 'command'], edit: {kind: 'set', value}, why: 'test'},
    {host},
  );
  if ('refused' in plan) told = {ok: false, message: plan.refused, isUserError: true};
  else {
    // On the main thread a fault may meet the pipes that Node starts a program with, which then waits for ever.
    const copy = warm === '' ? {} : {copyAttributes: copyAttributes(host)};
    await applyChange(plan, {host, dataDir, ...copy});
    told = {ok: true};
  }
} catch (error) {
  told = {
    ok: false,
    message: error instanceof Error ? error.message : String(error),
    isUserError: error instanceof UserError,
  };
}
await quiet(pool.access('/torture-ends'));
fs.writeSync(1, `${JSON.stringify(told)}\n`);

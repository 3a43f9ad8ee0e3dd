import fs from 'node:fs';
import {describe, expect, test} from 'vitest';
import {
  applyChange,
  followValue,
  heldNote,
  type Plan,
  planChange,
  valueNow,
  watchValue,
} from '../../../src/clients/edit/index.ts';
import {CLIENTS} from '../../../src/clients/index.ts';
import {tempHome} from '../../helpers/temp-home.ts';
import {hostOf} from '../hosts.ts';

const OLD = '{\n  "mcpServers": {\n    "notes": {"command": "nod", "args": ["notes.js"]}\n  }\n}\n';

/** A file with one change written to it, and a hand that writes to it as a running client would. */
const changed = async (edit: Plan['change']['edit'] = {kind: 'set', value: 'node'}, keys = ['command']) => {
  const home = tempHome();
  const file = home.write('home/.cursor/mcp.json', OLD);
  const host = {...hostOf('linux', {}, home.home), uid: fs.statSync(file).uid};
  const plan = await planChange({file, path: ['mcpServers', 'notes', ...keys], edit, why: 'x'}, {host});
  if ('refused' in plan) throw new Error(plan.refused);
  await applyChange(plan, {host, dataDir: `${home.dir}/data`});
  return {file, plan, write: (text: string) => fs.writeFileSync(file, text), now: () => fs.readFileSync(file, 'utf8')};
};

describe('what became of a written value', () => {
  test('it stands', async () => {
    expect(await valueNow((await changed()).plan)).toBe('stands');
  });
  test('the client wrote its whole old file back', async () => {
    const {plan, write} = await changed();
    write(OLD);
    expect(await valueNow(plan)).toBe('put-back');
  });
  test('the client wrote its old value in its own layout, beside news of its own', async () => {
    const {plan, write} = await changed();
    write(JSON.stringify({theme: 'dark', mcpServers: {notes: {command: 'nod', args: ['notes.js']}}}));
    expect(await valueNow(plan)).toBe('put-back');
  });
  test('news at another place, or another layout, is no loss', async () => {
    const {plan, write, now} = await changed();
    write(JSON.stringify({...JSON.parse(now()), theme: 'dark'}));
    expect(await valueNow(plan)).toBe('stands');
  });
  test('another value stands there', async () => {
    const {plan, write, now} = await changed();
    write(now().replace('"node"', '"bun"'));
    expect(await valueNow(plan)).toBe('overwritten');
  });
  test('a renamed key that is back under its old name', async () => {
    const {plan, write, now} = await changed({kind: 'rename', to: 'cmd'});
    expect(now()).toContain('"cmd"');
    write(`${OLD}\n`);
    expect(await valueNow(plan)).toBe('put-back');
  });
  test('a file that is half-written just now says nothing; one that is away does', async () => {
    const {plan, write, file} = await changed();
    write('{"mcpServers": {"no');
    expect(await valueNow(plan)).toBe('stands');
    fs.rmSync(file);
    expect(await valueNow(plan)).toBe('gone');
  });
});

test('the watch ends at the first mark that sees the old value', async () => {
  const {plan, write} = await changed();
  write(OLD);
  expect(await watchValue(plan, {signal: new AbortController().signal, marksMs: [0, 60_000]})).toBe('put-back');
});

test('a file that is away for a moment is no alarm', async () => {
  const {plan, write, file, now} = await changed();
  const text = now();
  fs.rmSync(file);
  const watching = watchValue(plan, {signal: new AbortController().signal, marksMs: [0]});
  setTimeout(() => write(text), 20);
  expect(await watching).toBe('stands');
});

test('the watch sees what comes between two marks, and stops when told to', async () => {
  const {plan, write} = await changed();
  const stop = new AbortController();
  const watching = watchValue(plan, {signal: stop.signal, marksMs: [0, 30, 60_000]});
  stop.abort();
  expect(await watching).toBe('stands');
  write(OLD);
  expect(await watchValue(plan, {signal: new AbortController().signal, marksMs: [20]})).toBe('put-back');
});

test('the words name the client and what to do', () => {
  expect(heldNote('put-back', '/x/mcp.json', 'Cursor')).toMatch(/Cursor seems to be running.*Quit Cursor/);
  expect(heldNote('stands', '/x', 'Cursor')).toBeNull();
});

test('following goes on until the value goes, and ends when told to', async () => {
  const {plan, write} = await changed();
  const stop = new AbortController();
  const quiet = followValue(plan, {signal: stop.signal, everyMs: 5});
  stop.abort();
  expect(await quiet).toBe('stands');
  const lost = followValue(plan, {signal: new AbortController().signal, everyMs: 5});
  write(OLD);
  expect(await lost).toBe('put-back');
});

test('where the client has a command of its own for it, that is offered too', () => {
  const own = CLIENTS.find(({id}) => id === 'claude-code')?.ownEdit;
  const words = own?.('notes', 'user') ?? null;
  expect(heldNote('put-back', '/x/.claude.json', 'Claude Code', words)).toMatch(
    /Quit Claude Code.*claude mcp remove notes --scope user/,
  );
  expect(own?.('notes', 'project')).toBeNull();
  expect(own?.('a; rm -rf /', 'user')).toBeNull();
});

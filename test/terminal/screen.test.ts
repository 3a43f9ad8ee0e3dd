import {expect, test} from 'vitest';
import {widthOf} from '../../src/wizard/parts/width.ts';
import {BIN} from '../helpers/pty.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {type Journey, KEYS, openJourney, twoBroken, until} from './journey.ts';

const {enter, escape: esc, up} = KEYS;

const SEQUENCE = /\u001b(?:\[[\d;?<=>]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[()][0-9A-B]|[=>78])/g;

/** The lines of the last whole frame. */
const lastFrame = (journey: Journey): readonly string[] => {
  const frames = journey.raw().split('\u001b[?2026l');
  const frame = frames.at(-2) ?? '';
  const from = frame.lastIndexOf('\u001b[?2026h');
  return frame.slice(from).replaceAll(SEQUENCE, '').split(/\r?\n/);
};

const fits = (journey: Journey, columns: number, rows: number): boolean => {
  const lines = lastFrame(journey);
  return lines.length <= rows && lines.every((line) => widthOf(line) <= columns);
};

const toLadder = async (journey: Journey): Promise<void> => {
  await journey.when(/› . weather/, enter);
  await journey.when('project folder', 'y');
  await journey.waitFor('stops there');
};

test('a storm of sizes: it lives, and every frame fits', async () => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world);
  await toLadder(journey);
  for (const [columns, rows] of [
    [20, 40],
    [200, 10],
    [33, 6],
    [120, 50],
    [21, 3],
    [80, 24],
    [47, 12],
    [200, 60],
  ] as const) {
    const drawn = journey.raw().length;
    journey.resize(columns, rows);
    await until(() => journey.raw().length > drawn && fits(journey, columns, rows), `a frame for ${columns} × ${rows}`);
  }
  for (let columns = 200; columns >= 20; columns -= 6) journey.resize(columns, 20 + (columns % 17));
  journey.resize(90, 30);
  await until(() => fits(journey, 90, 30), 'a frame for 90 × 30');
  await journey.when('Start program', enter);
  await journey.when('word for word', 'q');
  expect((await journey.exited).code).toBe(0);
  expect(journey.scrollbackWiped()).toBe(false);
});

test('twelve rows: the frame is never taller, and what was on the terminal before stays', async () => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world, {
    rows: 12,
    columns: 60,
    argv: ['/bin/sh', '-c', `seq -f 'mine %g' 1 40; "$1" "$2"`, 'sh', process.execPath, BIN],
  });
  await journey.when(/› . weather/, enter);
  // A yes counts only when all of the question was seen.
  await journey.waitFor('May I start this?');
  await journey.when('6 more below', 'y');
  await journey.when('Scroll down to its end first', '\u001b[F');
  await journey.when('who wrote it', 'y');
  await journey.when('Press Enter to see the exact error', enter);
  await journey.when('word for word', enter);
  await journey.when('mend it', enter);
  await journey.when('One thing at a time', 'q');
  expect((await journey.exited).code).toBe(0);
  for (const frame of journey.raw().split('\u001b[?2026h').slice(1)) {
    expect(frame.replaceAll(SEQUENCE, '').split('\n').length).toBeLessThanOrEqual(12);
  }
  expect(journey.raw()).not.toContain('\u001b[3J');
  expect(journey.raw()).not.toContain('\u001b[2J');
  for (let n = 1; n <= 40; n += 1) expect(journey.history()).toMatch(new RegExp(`^mine ${n}$`, 'm'));
});

const ERROR = [
  'Error: spawn npxx ENOENT',
  '    at ChildProcess._handle.onexit (node:internal/child_process:285:19)',
  "  errno: -2, code: 'ENOENT', syscall: 'spawn npxx'",
  'q',
];

test.each([
  ['in one piece', [`\u001b[200~${ERROR.join('\r')}\u001b[201~`]],
  [
    'cut anywhere, also inside its marks',
    ['\u001b[20', '0~Error: spawn npxx ENO', `ENT\r${ERROR.slice(1).join('\r')}\u001b[2`, '01~'],
  ],
  ['by a terminal that does not mark pastes', [ERROR.join('\r')]],
] as const)('an error of several lines, pasted %s, is kept word for word and explained', async (_how, pieces) => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world);
  await journey.waitFor('2 servers');
  journey.press('\u001b[F');
  await journey.when('› Look at everything again', up);
  await journey.when('› An API request file', up);
  await journey.when('› A URL or a command', up);
  await journey.when('› Paste an error message', enter);
  await journey.waitFor('What did you see?');
  for (const piece of pieces) {
    const drawn = journey.raw().length;
    journey.press(piece);
    if (pieces.length === 1) await until(() => journey.raw().length > drawn, 'it is drawn');
  }
  for (const line of ERROR) await journey.waitFor(line);
  journey.press(enter);
  await journey.waitFor(/not found|does not exist|misspelt/);
  journey.press(enter);
  await journey.waitFor('Which server gave you this error?');
  journey.type('everything');
  await journey.when(/Filter: everything/, enter);
  await journey.when('May I start this?', 'y');
  await journey.when('stops there', enter);
  await journey.waitFor('you pasted it');
  for (const line of ERROR) expect(journey.screen()).toContain(line);
});

test('NO_COLOR: no colour at all, and the marks tell everything', async () => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world, {env: {NO_COLOR: '1', COLORTERM: 'truecolor'}});
  await toLadder(journey);
  expect(journey.screen()).toMatch(/✗ Start program/);
  expect(journey.raw()).not.toMatch(/\u001b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10[0-7])(?:;\d+)*m/);
});

test('with colours there are some, and they can be read on a dark and on a light ground', async () => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world, {env: {COLORTERM: 'truecolor'}});
  await toLadder(journey);
  expect(journey.raw()).toMatch(/\u001b\[(?:\d+;)*3[1-7]m/);
  // Bold, and red where something is wrong: what cannot be read on some ground is drawn plainly.
  const styles = new Set([...journey.raw().matchAll(/\u001b\[([\d;]*)m/g)].map(([, style]) => style));
  expect([...styles].sort()).toEqual(['1', '2', '22', '31', '39']);
  for (const [, text = ''] of journey.raw().matchAll(/\u001b\[2m([^\u001b]*)/g))
    expect(text).not.toMatch(/[\p{L}\p{N}]/u);
});

test('TERM=dumb cannot be drawn on: it names the commands for a script', async () => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world, {env: {TERM: 'dumb'}});
  expect((await journey.exited).code).toBe(2);
  expect(journey.history().replaceAll(/\s+/g, ' ')).toMatch(/mcp-fix check .*mcp-fix fix SERVER .*mcp-fix list/);
});

test("Linux's own console: signs of plain ASCII", async () => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world, {env: {TERM: 'linux'}});
  await journey.when(/> . weather/, enter);
  await journey.when('project folder', 'y');
  await journey.waitFor('stops there');
  // The dot between words is in every console's letters.
  expect(journey.screen()).not.toMatch(/[^ -~·\n]/);
});

test('? and e explain, and lead back to where one was', async () => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world);
  await toLadder(journey);
  const before = journey.screen();
  journey.press('?');
  await journey.waitFor('Ctrl-C');
  expect(journey.screen()).not.toContain('Start program');
  journey.press(esc);
  await journey.waitFor('Start program');
  journey.press('e');
  await until(() => !journey.screen().includes('stops there'), 'the words are explained');
  journey.press(esc);
  // A frame comes in pieces: the same one is there when all of it is.
  await until(() => journey.screen() === before, 'the ladder stands as it was');
});

test('what is typed before the first frame stands in the filter', async () => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world);
  // At once: the program is not even loaded.
  journey.type('weather');
  await journey.waitFor('Filter: weather');
  await journey.when(/› . weather/, '\u0003');
  expect((await journey.exited).code).toBe(130);
});

const FOREIGN = ['天気予報サーバー', '👩‍💻-tools-🧪', 'שלום-עולם', 'خادم', 'e\u0301tude', 'ordinary'];

test.each([40, 60, 80, 200])(
  'names of any script, in %i columns: every frame fits, and the marks stand in one column',
  async (columns) => {
    const world = tempHome();
    const servers = Object.fromEntries(FOREIGN.map((name) => [name, {command: process.execPath, args: [name]}]));
    world.write('home/.claude.json', {mcpServers: servers});
    const journey = openJourney(world, {columns, rows: 30});
    await journey.waitFor('6 servers');
    await until(() => fits(journey, columns, 30), 'a frame that fits');
    // Where one is as wide as we think, what stands behind the names is in one column.
    const rows = journey.screen().split('\n');
    const marked = rows.filter((row) => /^ [› ] \?/.test(row));
    expect(marked).toHaveLength(6);
    for (const name of ['天気予報サーバー', 'ordinary', 'שלום-עולם', 'خادم']) expect(journey.screen()).toContain(name);
    journey.type('天気');
    await journey.when('Filter: 天気', enter);
    await journey.waitFor('May I start this?');
    await until(() => fits(journey, columns, 30), 'the question fits');
    journey.press('\u0003');
    expect((await journey.exited).code).toBe(130);
  },
);

test.each([
  ['--screen-reader', ['--screen-reader'], {}],
  ["Ink's own variable", [], {INK_SCREEN_READER: 'true'}],
] as const)('for a screen reader (%s): words in place of signs, nothing that spins', async (_how, args, env) => {
  const world = tempHome();
  twoBroken(world);
  const journey = openJourney(world, {args: [...args], env});
  await journey.waitFor('chosen: not checked: weather');
  journey.press(enter);
  await journey.when('project folder', 'y');
  await journey.waitFor('broken: Start program');
  expect(journey.raw()).not.toMatch(/[✓✗━─›▬⠋⠙⠹]/);
  journey.press('q');
  expect((await journey.exited).code).toBe(0);
});

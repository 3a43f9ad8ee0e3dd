import {describe, expect, test} from 'vitest';
import {look, NOTHING_HELD} from '../../src/wizard/hold.ts';
import {ONBOARD_SCREENS} from '../../src/wizard/onboard/onboard-keys.ts';
import {textOfLine} from '../../src/wizard/parts/line.ts';
import {UNICODE} from '../../src/wizard/parts/marks.ts';
import {SAMPLES} from './samples.ts';
import {KEYS, openWizard} from './terminal.ts';
import {createWorld} from './world.ts';

/** What each letter does on each screen: the name of the event, as the person would call it. */
const meanings = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  const put = (key: string, meaning: string): void => {
    if (/^[a-z]$/.test(key)) found.set(key, (found.get(key) ?? new Set()).add(meaning));
  };
  for (const state of Object.values(SAMPLES)) {
    const size = {columns: 100, rows: 60};
    const {shown, layout} = look(NOTHING_HELD, {state, size, marks: UNICODE, isWords: false, tick: 0, nowMs: 0});
    for (const {key, does} of shown.keys) {
      const action = does(layout.isAtEnd);
      if (action !== null && 'send' in action) put(key, action.send.type);
    }
  }
  for (const {keys} of Object.values(ONBOARD_SCREENS)) {
    for (const {key, does} of keys) {
      const action = does({value: 'x', isAtEnd: true});
      if ('send' in action) put(key, action.send.type);
    }
  }
  return found;
};

describe('one key means one thing everywhere', () => {
  const all = meanings();
  test('the letters are those that the footers show', () => {
    expect([...all.keys()].sort().join('')).toBe('abcdfgklnopqrstxy');
  });
  test.each([...all])('%s', (_key, does) => {
    // "No" to a step of the onboarding puts it off.
    const meant = new Set([...does].map((one) => (one === 'skip' ? 'no' : one)));
    expect([...meant]).toHaveLength(1);
  });
});

describe('the name of the server', () => {
  const at = (columns: number) => {
    const {ladder} = SAMPLES;
    if (ladder?.stage.at !== 'ladder') throw new Error('no ladder');
    const {stage} = ladder;
    const name = 'database-with-a-very-long-name-for-the-list';
    const state = {...ladder, stage: {...stage, case: {...stage.case, server: {...stage.case.server, name}}}};
    const size = {columns, rows: 24};
    const {layout} = look(NOTHING_HELD, {state, size, marks: UNICODE, isWords: false, tick: 0, nowMs: 0});
    const [title] = layout.lines;
    return title === undefined ? '' : textOfLine(title);
  };
  test('a long one is cut, not left out', () => {
    expect(at(60)).toMatch(/What happens {2}database-w\S*…$/);
    expect(at(120)).toMatch(/ database-with-a-very-long-name-for-the-list$/);
  });
  test('where less than a few letters would be left, the title stands alone', () => {
    expect(at(42)).toMatch(/ What happens$/);
  });
});

describe('help where text is typed', () => {
  test('? on an empty line opens it; a second ? is text', async () => {
    const wizard = openWizard(createWorld());
    await wizard.see('Paste an error message');
    await wizard.press(KEYS.end, KEYS.up, KEYS.up, KEYS.enter);
    await wizard.see('Type or paste the address');
    await wizard.press('?');
    await wizard.see('Type a URL or a command');
    await wizard.see('this help');
    await wizard.press(KEYS.escape);
    await wizard.see('Type or paste the address');
    await wizard.press('?', '?', 'a', '?');
    await wizard.see('› ?a?▏');
    await wizard.press(KEYS.ctrlC);
    expect(await wizard.code).toBe(130);
  });
});

test('the words of a choice find it, as those of a server find that', async () => {
  const wizard = openWizard(createWorld());
  await wizard.see('Paste an error message');
  await wizard.press(...'api req', KEYS.enter);
  await wizard.see('Type the path of a file');
  await wizard.press(KEYS.ctrlC);
  expect(await wizard.code).toBe(130);
});

describe('the status page of a provider', () => {
  const statusPage = {provider: 'Acme', page: 'https://status.acme.example', host: 'status.acme.example'};
  const open = async (page: typeof statusPage | (Omit<typeof statusPage, 'host'> & {host: null})) => {
    const world = createWorld({statusPage: page});
    const wizard = openWizard(world);
    await wizard.see('The server wants a token');
    await wizard.press(...'tickets', KEYS.enter);
    await wizard.see('"Access", and stops there');
    await wizard.press(KEYS.enter, KEYS.enter);
    await wizard.see('Acme says so at https://status.acme.example');
    return {world, wizard};
  };
  test('is read only after the y to it, and stands beside our own evidence', async () => {
    const {world, wizard} = await open(statusPage);
    await wizard.press('o');
    await wizard.see('May I read it?');
    await wizard.see('GET https://status.acme.example/api/v2/summary.json');
    await wizard.press(KEYS.enter);
    await wizard.see('is it down?');
    expect(world.log).not.toContain('read the status page');
    await wizard.press('o');
    await wizard.see('May I read it?');
    await wizard.press('y');
    await wizard.see('Acme says of itself: "Partial Outage"');
    expect(world.log.filter((line) => line === 'read the status page')).toHaveLength(1);
    await wizard.press('q');
    expect(await wizard.code).toBe(0);
  });
  test('is only named where nobody may be asked', async () => {
    const {world, wizard} = await open({...statusPage, host: null});
    await wizard.press('o', 'y');
    expect(wizard.lines().join('\n')).not.toContain('is it down?');
    await wizard.press('q');
    expect(await wizard.code).toBe(0);
    expect(world.log).not.toContain('read the status page');
  });
});

test('the path of a request that is not there stays in the line, to be corrected', async () => {
  const wizard = openWizard(createWorld());
  await wizard.see('Paste an error message');
  await wizard.press(...'api req', KEYS.enter);
  await wizard.see('Type the path of a file');
  await wizard.press(...'bod.json', KEYS.enter);
  await wizard.see('There is no file bod.json');
  await wizard.see('› bod.json▏');
  await wizard.press(KEYS.ctrlC);
  expect(await wizard.code).toBe(130);
});

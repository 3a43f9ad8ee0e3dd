import {describe, expect, test} from 'vitest';
import {type Facts, world} from './supervisor-world.ts';

describe('when its input ends', () => {
  test('the groups that it was told are ended, and then it', () => {
    for (const event of ['end', 'error']) {
      const it = world({alive: {'-10': 'SIGTERM', '-11': 'SIGTERM'}});
      it.say('+10\n+11\n-11\n');
      expect(it.log).toEqual([]);
      it.end(event);
      expect(it.did()).toEqual(['kill -10 SIGTERM', 'kill -10 SIGCONT']);
      expect(it.exits).toEqual([]);
      expect(it.every()).toBe(100);
      // One that is just being started bears no mark for a moment: it is looked for again.
      expect(it.rounds(4)).toEqual([]);
      expect(it.exits).toEqual([]);
      expect(it.rounds(1)).toEqual([]);
      expect(it.exits).toEqual([0]);
    }
  });

  test('words come in pieces, many at once, and odd ones are passed over', () => {
    const it = world({alive: {'-10': 'SIGTERM', '-123': 'SIGTERM', '-9': 'SIGTERM'}});
    it.say('+1');
    it.say('0\nodd\n\n terminal on\n+12');
    it.say('3\n+9');
    it.end();
    expect(it.did()).toEqual(['kill -10 SIGTERM', 'kill -10 SIGCONT', 'kill -123 SIGTERM', 'kill -123 SIGCONT']);
  });

  test('who is left after 1.2 seconds is killed, and after 1.5 it goes', () => {
    const it = world({alive: {'-10': 'never'}});
    it.say('+10\n');
    it.end();
    expect(it.rounds(11)).toEqual([]);
    expect(it.rounds(1)).toEqual(['kill -10 SIGKILL', 'kill -10 SIGCONT']);
    expect(it.rounds(2)).toHaveLength(4);
    expect(it.exits).toEqual([]);
    it.rounds(1);
    expect(it.exits).toEqual([0]);
    expect(it.rounds(5)).toEqual([]);
  });

  test('while somebody is left it stays, and goes after the last look', () => {
    const it = world({alive: {'-10': 'SIGKILL', '-11': 'SIGTERM'}});
    it.say('+10\n+11\n');
    it.end();
    it.rounds(14);
    expect(it.exits).toEqual([]);
    it.rounds(1);
    expect(it.exits).toEqual([0]);
  });
});

describe('who carries the mark', () => {
  const proc = {
    '20': 'A=1\0MCP_FIX_RUN=MARK.1.\0',
    '21': 'MCP_FIX_RUN=OTHER\0',
    '22': null,
    '999': 'MCP_FIX_RUN=MARK\0',
    x20: 'MCP_FIX_RUN=MARK\0',
    '20x': 'MCP_FIX_RUN=MARK\0',
    '23': 'MCP_FIX_RUN=MARK',
  };

  test('is found under /proc, ended and waited for; we are not', () => {
    const it = world({proc, alive: {'20': 'never', '23': 'never'}});
    it.end();
    expect(it.log.filter((line) => line.startsWith('list'))).toEqual(['list /proc']);
    expect(it.did()).toEqual(['kill 20 SIGTERM', 'kill 20 SIGCONT', 'kill 23 SIGTERM', 'kill 23 SIGCONT']);
    expect(it.rounds(12).slice(-4)).toEqual([
      'kill 20 SIGKILL',
      'kill 20 SIGCONT',
      'kill 23 SIGKILL',
      'kill 23 SIGCONT',
    ]);
    expect(it.exits).toEqual([]);
  });

  test('is asked of ps on another system', () => {
    const ps = 'ps eww -ax -o pid=,command=';
    const text = '  30 node a MCP_FIX_RUN=MARK.1.\n  31 node b\n  32 MCP_FIX_RUN=OTHER\n 999 us MCP_FIX_RUN=MARK\n';
    const it = world({platform: 'darwin', proc, answers: {[ps]: text}});
    it.end();
    expect(it.log).toEqual([
      `${ps} {"encoding":"utf8","maxBuffer":100000000,"timeout":1000}`,
      'kill 30 SIGTERM',
      'kill 30 SIGCONT',
    ]);
    const silent = world({platform: 'darwin'});
    silent.end();
    silent.rounds(4);
    expect(silent.exits).toEqual([]);
    silent.rounds(1);
    expect(silent.exits).toEqual([0]);
  });

  test('is not looked for on Windows, where taskkill ends the groups', () => {
    const it = world({platform: 'win32', proc, alive: {'-10': 'never'}});
    it.say('+10\n');
    it.end();
    const taskkill = 'taskkill /PID 10 /T /F {"stdio":"ignore","timeout":1500}';
    expect(it.log).toEqual([taskkill]);
    expect(it.rounds(12)).toEqual([taskkill]);
    it.rounds(3);
    expect(it.exits).toEqual([0]);
  });
});

describe('the terminal', () => {
  const STTY = '{"stdio":[3,"pipe","ignore"],"encoding":"utf8","timeout":1000}';
  const RAW = 'speed 9600; -isig -icanon -echo';
  const SAVED = `stty -g ${STTY}`;
  const LOOKED = `stty -a ${STTY}`;
  const MICE = '\x1b[?25h\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l';
  const guarded = 'write 1 "guarded\\n"';
  const end = (modes: string | null, words = 'terminal on\n', more: Facts = {}): readonly string[] => {
    const it = world({
      tty: 'tty',
      answers: {'stty -g': ' modes:1\n', ...(modes === null ? {} : {'stty -a': modes}), 'stty modes:1': ''},
      ...more,
    });
    it.say(words);
    it.end();
    return it.did();
  };

  test('that is raw gets the modes back that were saved, once', () => {
    const back = [
      LOOKED,
      `stty modes:1 ${STTY}`,
      `write 3 ${JSON.stringify('\x1b[?25h\x1b[?2004l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[0m\r\n')}`,
    ];
    expect(end(RAW)).toEqual([SAVED, guarded, ...back]);
    expect(end(RAW, 'terminal on\nterminal off\nterminal on\n')).toEqual([SAVED, guarded, guarded, ...back]);
  });

  test('that is not raw any more gets its cursor, and keeps the paste marks of a shell that edits', () => {
    expect(end('isig icanon')).toEqual([SAVED, guarded, LOOKED, `write 3 ${JSON.stringify(`${MICE}\x1b[?2004l`)}`]);
    expect(end('isig -icanon')).toEqual([SAVED, guarded, LOOKED, `write 3 ${JSON.stringify(MICE)}`]);
    expect(end('-isig icanon')).toEqual([SAVED, guarded, LOOKED, `write 3 ${JSON.stringify(`${MICE}\x1b[?2004l`)}`]);
  });

  test('that cannot be asked is left alone, and so is one that is not in our hands', () => {
    expect(end(null)).toEqual([SAVED, guarded, LOOKED]);
    expect(end(RAW, '')).toEqual([]);
    expect(end(RAW, 'terminal on\nterminal off\n')).toEqual([SAVED, guarded]);
    expect(end(RAW, 'terminal on\n', {tty: 'none'})).toEqual([guarded]);
    expect(end(RAW, 'terminal on\n', {answers: {'stty -a': RAW}})).toEqual([
      SAVED,
      guarded,
      LOOKED,
      expect.stringContaining('write 3'),
    ]);
  });

  test('that takes no words any more is no trouble', () => {
    for (const modes of [RAW, 'isig icanon']) {
      const it = world({
        tty: 'tty',
        answers: {'stty -g': 'modes:1', 'stty -a': modes},
        failing: ['write 1', 'write 3'],
        alive: {'-10': 'SIGTERM'},
      });
      it.say('terminal on\n+10\n');
      it.end();
      expect(it.did().slice(-2)).toEqual(['kill -10 SIGTERM', 'kill -10 SIGCONT']);
    }
  });
});

test('signals do nothing, and a system that knows one of them not is no trouble', () => {
  const it = world();
  expect([...it.handlers.keys()]).toEqual(['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const handler of it.handlers.values()) expect(handler()).toBeUndefined();
  expect(it.log).toEqual([]);
  expect([...world({failing: ['on SIGINT']}).handlers.keys()]).toEqual(['SIGTERM', 'SIGHUP']);
});

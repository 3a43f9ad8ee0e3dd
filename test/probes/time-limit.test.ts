import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {expect, test} from 'vitest';
import {timeLimit} from '../../src/probes/time-limit.ts';

/** Collects what nobody holds any more, as a busy run does by itself. */
const collect = (): void => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
};

const aborted = (signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.reason), {once: true}));

test('it comes although memory is tidied up before, and says that it was the time', async () => {
  const limit = timeLimit(new AbortController().signal, 60);
  const end = aborted(limit.signal);
  collect();
  expect(await end).toMatchObject({name: 'TimeoutError', message: 'nothing within 60 ms'});
  expect(limit.isLate()).toBe(true);
});

test('the outer signal ends it with its own reason, also one that had ended before', async () => {
  const outer = new AbortController();
  const limit = timeLimit(outer.signal, 60_000);
  const end = aborted(limit.signal);
  outer.abort('the person left');
  expect(await end).toBe('the person left');
  expect(limit.isLate()).toBe(false);
  const later = timeLimit(outer.signal, 60_000);
  expect(later.signal.aborted).toBe(true);
  expect(later.isLate()).toBe(false);
});

test('released, it holds nothing and does not come any more', async () => {
  const outer = new AbortController();
  const limit = timeLimit(outer.signal, 20);
  limit.release();
  // Asked for after it, with more time: when that one has come, the released one would have.
  const other = timeLimit(new AbortController().signal, 60);
  await aborted(other.signal);
  outer.abort();
  expect(limit.signal.aborted).toBe(false);
  expect(limit.isLate()).toBe(false);
});

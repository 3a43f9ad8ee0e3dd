import {expect, test} from 'vitest';
import {steadyClock} from '../../src/commands/steady-clock.ts';

const clocks = (): {wall: number; even: number; now: () => number} => {
  const at = {wall: 1_000_000, even: 5};
  return Object.assign(at, {
    now: steadyClock(
      () => at.wall,
      () => at.even,
    ),
  });
};

test('goes on evenly when the time of day jumps', () => {
  const at = clocks();
  at.wall += 3_600_000;
  at.even += 250;
  expect(at.now()).toBe(1_000_250);
  at.wall -= 7_200_000;
  at.even += 250;
  expect(at.now()).toBe(1_000_500);
});

test('reads the time of day anew after a pause', () => {
  const at = clocks();
  at.wall += 3_600_000;
  at.even += 31_000;
  expect(at.now()).toBe(at.wall);
});

import {expect} from 'vitest';
import {BIN} from '../helpers/pty.ts';
import {root} from '../helpers/source-files.ts';
import type {Trial} from '../torture/trial.ts';

/** A small part of a trial, always the same one: `npm run test:torture` runs it whole, with any seed. */
export const slice = async (trial: Trial, scale: number): Promise<void> => {
  const outcome = await trial.run({seed: 7, scale, root, program: BIN});
  // The one thing that a machine may lack; the full run says so and fails.
  if (outcome.notRun !== undefined) expect(outcome.notRun).toBe('strace is missing');
  expect(outcome.wrong).toEqual([]);
};

import {expect} from 'vitest';
import {BIN} from '../helpers/pty.ts';
import {root} from '../helpers/source-files.ts';
import type {Trial} from '../torture/trial.ts';

const LACKS = ['strace is missing', 'no network namespace can be made here', 'no mount namespace can be made here'];

/** A small part of a trial, always the same one: `npm run test:torture` runs it whole, with any seed. */
export const slice = async (trial: Trial, scale: number): Promise<void> => {
  const outcome = await trial.run({seed: 7, scale, root, program: BIN});
  // What a machine may lack; the full run says so and fails.
  if (outcome.notRun !== undefined) expect(LACKS).toContain(outcome.notRun);
  expect(outcome.wrong).toEqual([]);
};

// Runs in each test process before the tests: says which fault is awake, and in the first run what each test reaches.

import {randomBytes} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {afterAll, beforeEach, inject} from 'vitest';

/** The first run, that notes; any other number below nought is no fault's. */
const NOTING = -1;
const fault = inject('fault');
const limit = inject('limit');
let passes = 0;
let hits = new Set();
const always = hits;
const tests = {};

globalThis.__mutation = {
  on:
    fault === NOTING
      ? (id) => {
          passes += 1;
          hits.add(id);
          return false;
        }
      : (id) => {
          passes += 1;
          // A loop that never ends passes by for ever.
          if (passes > limit) throw new Error('more rounds than without the fault, by far');
          return id === fault;
        },
};

if (fault === NOTING) {
  beforeEach(({task}) => {
    hits = new Set();
    tests[task.id] = hits;
  });
  afterAll(() => {
    const note = {
      passes,
      always: [...always],
      tests: Object.fromEntries(Object.entries(tests).map(([id, reached]) => [id, [...reached]])),
    };
    fs.writeFileSync(path.join(inject('notes'), `${randomBytes(6).toString('hex')}.json`), JSON.stringify(note));
  });
}

// Runs in the test process before each file: says which fault is awake, and in the first run what each test reaches.

import {randomBytes} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeEach, inject, vi} from 'vitest';

/** The first run, that notes; any other number below nought is no fault's. */
const NOTING = -1;
const {fault, limit, isFresh, timeout} = inject('wish');
const isNoting = fault === NOTING;

// The same inputs with a fault and without it.
fc.configureGlobal({seed: 7});

// Modules that stay loaded from run to run hold this object: each run fills it in anew.
globalThis.__mutation ??= {
  on(id) {
    this.passes += 1;
    // A loop that never ends passes by for ever.
    if (this.passes > this.limit) throw new Error('more rounds than without the fault, by far');
    this.hits?.add(id);
    return id === this.fault;
  },
};
const mutation = Object.assign(globalThis.__mutation, {fault, passes: 0, limit, hits: isNoting ? new Set() : null});

// What a fault did while modules were loaded stays in them, and so do the stand-ins that a test gave them. (vitest's own
// call for this keeps the stand-ins.)
if (isFresh)
  globalThis.__vitest_worker__.evaluatedModules.idToModuleMap.forEach((node, id) => {
    if (/\/@?vitest\/|vitest-virtual|mutation\/wake\.mjs/.test(id)) return;
    Object.assign(node, {promise: undefined, exports: undefined, evaluated: false});
    node.importers.clear();
  });
if (timeout !== null) vi.setConfig({testTimeout: timeout, hookTimeout: timeout});

const always = mutation.hits;
const tests = {};
let now = null;
const endOfTest = () => {
  if (now !== null) now.passes = mutation.passes;
};

beforeEach(({task}) => {
  endOfTest();
  mutation.passes = 0;
  if (!isNoting) return;
  now = {hits: new Set(), passes: 0};
  mutation.hits = now.hits;
  tests[task.id] = now;
});

if (isNoting) {
  afterAll(() => {
    endOfTest();
    const note = {
      always: [...always],
      tests: Object.fromEntries(Object.entries(tests).map(([id, {hits, passes}]) => [id, {hits: [...hits], passes}])),
    };
    fs.writeFileSync(path.join(inject('notes'), `${randomBytes(6).toString('hex')}.json`), JSON.stringify(note));
  });
}

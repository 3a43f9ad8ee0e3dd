// One test runner that stays warm: told a fault's number, it wakes that fault and runs the tests that reach it.

import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {createVitest} from 'vitest/node';
import {confirmed} from './confirmed.mjs';
import {mutantsOf, withAllMutants} from './mutants-of.mjs';
import {slowest} from './slowest.mjs';
import {warmPool} from './warm-pool.mjs';

/** {root, subjects: source files, tests: files or folders, pool, notes: a folder, isFirst: only to note} */
const job = JSON.parse(process.argv[2]);

/** What `fault` is in a run without any fault: in the first, which notes what each test reaches, and in all others. */
const NOTING = -1;
const ASLEEP = -2;

const sources = new Map();
let count = 0;
for (const file of job.subjects) {
  const code = fs.readFileSync(path.join(job.root, file), 'utf8');
  const mutants = mutantsOf(code);
  sources.set(path.join(job.root, file), withAllMutants(code, mutants, count));
  count += mutants.length;
}

// What vitest hands back after a run holds the results of all runs before it too, of every file that this one did not
// run: a test that once found a fault would be taken for the finder of each later one. So only what is told while a
// run lasts counts.
let told = {tests: new Map(), broken: []};
const noteErrors = (suite) => {
  if (suite.errors().length > 0) told.broken.push((suite.module ?? suite).moduleId);
};
const listener = {
  onTestCaseResult: (test) => told.tests.set(test.id, {state: test.result().state, test}),
  onTestSuiteResult: noteErrors,
  onTestModuleEnd: noteErrors,
};

const warm = warmPool(job.pool);
const vitest = await createVitest(
  'test',
  {
    root: job.root,
    config: false,
    run: true,
    watch: false,
    reporters: [listener],
    include: job.tests,
    // The first run: a file's load is noted only when it happens for that file.
    ...(job.isFirst ? {pool: job.pool, isolate: true, bail: 0} : {pool: warm.pool, isolate: false, bail: 1}),
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: [path.join(import.meta.dirname, 'wake.mjs')],
    env: {CI: 'false', FORCE_COLOR: '0'},
  },
  {
    logLevel: 'silent',
    plugins: [
      {
        name: 'faults',
        enforce: 'pre',
        load: (id) => sources.get(id.replace(/\?.*$/, '')),
      },
    ],
  },
);

const run = async (specifications, wish) => {
  for (const project of vitest.projects) {
    project.provide('wish', wish);
    project.provide('notes', job.notes);
  }
  told = {tests: new Map(), broken: []};
  const {unhandledErrors} = await vitest.runTestSpecifications(specifications);
  return {...told, uncaught: unhandledErrors.map((error) => String(error?.message ?? error))};
};

/** Tests of how much something costs fail by themselves on a busy machine, and would be taken for finders. */
const OF_COST = /in proportion|well under a|costs? little/i;

/** A first run without any fault: which test reaches which, when, and how often they were passed by. */
const firstRun = async () => {
  const specifications = await vitest.globTestSpecifications();
  const {tests, broken, uncaught} = await run(specifications, {fault: NOTING, limit: 1e15, timeout: null});
  const failed = [];
  const good = new Map();
  for (const [id, {state, test}] of tests) {
    if (state === 'failed') failed.push(`${test.fullName}: ${test.result().errors?.[0]?.message}`);
    if (state === 'passed' && !OF_COST.test(test.fullName))
      good.set(id, {file: test.module.moduleId, ms: test.diagnostic()?.duration ?? 0});
  }
  const covered = {};
  const atLoad = new Set();
  for (const name of fs.readdirSync(job.notes)) {
    const note = JSON.parse(fs.readFileSync(path.join(job.notes, name), 'utf8'));
    for (const fault of note.always) atLoad.add(fault);
    for (const [id, {hits, passes}] of Object.entries(note.tests).filter(([id]) => good.has(id)))
      for (const fault of new Set([...hits, ...note.always])) {
        covered[fault] ??= [];
        covered[fault].push({id, ...good.get(id), passes});
      }
  }
  for (const reach of Object.values(covered)) reach.sort((a, b) => a.ms - b.ms);
  return {covered, atLoad: [...atLoad], failed, broken: [...broken, ...uncaught], count};
};

/** The quick tests of all files before the slow ones of any; of the slow ones first those that found faults nearby. */
const roundsOf = (tests, likely) => {
  const bounds = [0, 60, 400, 2_000, Number.POSITIVE_INFINITY];
  const isLikely = new Set(likely);
  const [quick, ...slow] = bounds
    .slice(1)
    .map((most, index) => tests.filter(({ms}) => ms < most && ms >= bounds[index]));
  const hinted = slow.flat().filter(({id}) => isLikely.has(id));
  const others = slow.map((round) => round.filter(({id}) => !isLikely.has(id)));
  return [quick, hinted, ...others].filter((round) => round.length > 0);
};

/** A test file that puts stand-ins in the place of modules: in a worker of its own no other file meets them. */
const standsAlone = (file) => /\bvi\.(?:do)?[mM]ock\(/.test(fs.readFileSync(file, 'utf8'));

let isTainted = false;

/** Runs these tests, all of them in one worker, up to the first that fails: it and its name, or null. */
const firstOf = async (asked, worker, wish) => {
  const files = [...new Set(asked.map(({file}) => file))];
  const idsOf = (file) => asked.filter((one) => one.file === file).map(({id}) => id);
  warm.use(worker);
  const {tests, broken, uncaught} = await run(
    vitest.projects.flatMap((project) =>
      files.map((file) => project.createSpecification(file, {testIds: idsOf(file)})),
    ),
    wish,
  );
  const isAsked = new Set(asked.map(({id}) => id));
  const dead = [...tests].find(([id, {state}]) => state === 'failed' && isAsked.has(id));
  if (dead !== undefined) return {tests: asked.filter(({id}) => id === dead[0]), by: dead[1].test.fullName};
  if (broken.length > 0)
    return {tests: asked.filter(({file}) => broken.includes(file)), by: `${path.basename(broken[0])} does not load`};
  if (uncaught.length > 0) return {tests: asked, by: `an error that nobody caught: ${uncaught[0]}`};
  const silent = asked.filter(({id}) => tests.get(id)?.state !== 'passed');
  if (silent.length > 0) throw new Error(`${silent.length} of ${asked.length} tests did not run`);
  return null;
};

/** Runs these tests up to the first that fails: it and its name, or null when all have passed. */
const firstToFail = async (fault, wanted, isAtLoad, likely) => {
  const alone = [...new Set(wanted.map(({file}) => file))].filter(standsAlone);
  const isFresh = isAtLoad || isTainted;
  isTainted = isAtLoad && fault !== ASLEEP;
  for (const round of roundsOf(wanted, likely)) {
    for (const worker of ['', ...alone]) {
      const asked = round.filter(({file}) => (worker === '' ? !alone.includes(file) : file === worker));
      if (asked.length === 0) continue;
      const found = await firstOf(asked, worker, {
        fault,
        limit: 100_000 + 10 * Math.max(...asked.map(({passes}) => passes)),
        isFresh: isFresh || worker !== '',
        // A test that waits for what a fault keeps from coming is a finder too, and need not be waited for long.
        timeout: slowest(asked),
      });
      if (found !== null) return found;
    }
  }
  return null;
};

/**
 * What becomes of a fault, or of none. Modules that stay loaded may hold what an earlier fault did, and may keep a fault
 * from being reached at all: only a clear answer counts. After any other it is asked again, each run in a new process.
 */
const outcomeOf = async ({fault = ASLEEP, tests, isAtLoad = false, isCold = false, likely = []}) => {
  const ask = (before) =>
    confirmed(tests, async (isAwake, wanted) => {
      await before();
      return firstToFail(isAwake ? fault : ASLEEP, wanted, isAtLoad, likely);
    });
  if (!isCold) {
    const first = await ask(() => undefined);
    // What is reached while modules are loaded had them loaded anew as it is.
    const isSure = first.doubted.length === 0 && (fault === ASLEEP ? !first.killed : isAtLoad);
    const isClear = isSure || (fault !== ASLEEP && first.killed);
    if (isClear) return first;
  }
  return ask(warm.drop);
};

process.on('message', async (message) => {
  try {
    process.send(job.isFirst ? {first: await firstRun()} : await outcomeOf(message));
  } catch (error) {
    process.send({failure: String(error?.stack ?? error)});
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ready: true, count});

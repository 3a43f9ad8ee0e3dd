// One test runner that stays warm: told a fault's number, it wakes that fault and runs the tests that reach it.

import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {createVitest} from 'vitest/node';
import {mutantsOf, withAllMutants} from './mutants-of.mjs';

/** {root, subjects: source files, tests: files or folders, covered?: what an earlier host found, notes: a folder} */
const job = JSON.parse(process.argv[2]);

const sources = new Map();
let count = 0;
for (const file of job.subjects) {
  const code = fs.readFileSync(path.join(job.root, file), 'utf8');
  const mutants = mutantsOf(code);
  sources.set(path.join(job.root, file), withAllMutants(code, mutants, count));
  count += mutants.length;
}

const vitest = await createVitest(
  'test',
  {
    root: job.root,
    config: false,
    run: true,
    watch: false,
    reporters: [{}],
    include: job.tests,
    pool: job.pool,
    isolate: true,
    maxWorkers: 1,
    fileParallelism: false,
    bail: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: [path.join(import.meta.dirname, 'wake.mjs')],
    env: {CI: 'false', FORCE_COLOR: '0'},
    provide: {fault: -1, limit: 0, notes: job.notes},
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

const wake = (fault, limit) => {
  for (const project of vitest.projects) {
    project.provide('fault', fault);
    project.provide('limit', limit);
    project.provide('notes', job.notes);
  }
};

/** Tests that look at the clock fail by themselves on a busy machine, and would be taken for having found a fault. */
const TIMED = /\btime|proportion|megabyte|second\b/i;

/** A first run without any fault: which test reaches which, and how often they were passed by. */
const firstRun = async () => {
  vitest.config.bail = 0;
  for (const project of vitest.projects) project.config.bail = 0;
  const result = await vitest.runTestSpecifications(await vitest.globTestSpecifications());
  const failed = result.testModules.flatMap((module) =>
    [...module.children.allTests()]
      .filter((test) => test.result().state === 'failed')
      .map((test) => `${test.fullName}: ${test.result().errors?.[0]?.message}`),
  );
  const good = new Map();
  for (const module of result.testModules)
    for (const test of module.children.allTests())
      if (test.result().state === 'passed' && !TIMED.test(test.fullName))
        good.set(test.id, {file: module.moduleId, ms: test.diagnostic()?.duration ?? 0});
  const covered = {};
  let passes = 0;
  for (const name of fs.readdirSync(job.notes)) {
    const note = JSON.parse(fs.readFileSync(path.join(job.notes, name), 'utf8'));
    passes = Math.max(passes, note.passes);
    const always = new Set(note.always);
    const tests = Object.entries(note.tests).filter(([id]) => good.has(id));
    for (const [id, hits] of tests)
      for (const fault of new Set([...hits, ...always])) {
        covered[fault] ??= [];
        covered[fault].push({id, ...good.get(id)});
      }
  }
  for (const tests of Object.values(covered)) tests.sort((a, b) => a.ms - b.ms);
  for (const project of vitest.projects) project.config.bail = 1;
  vitest.config.bail = 1;
  return {covered, passes, failed, broken: result.unhandledErrors.map(String), count};
};

const tryFault = async ({fault, tests, limit}) => {
  wake(fault, limit);
  const files = new Map();
  for (const {id, file} of tests) files.set(file, [...(files.get(file) ?? []), id]);
  for (const [file, testIds] of files) {
    const specs = vitest.projects.map((project) => project.createSpecification(file, {testIds}));
    const result = await vitest.runTestSpecifications(specs);
    for (const module of result.testModules) {
      const dead = [...module.children.allTests()].find((test) => test.result().state === 'failed');
      if (dead !== undefined) return {killed: true, by: dead.fullName};
      if (module.errors().length > 0) return {killed: true, by: `${path.basename(file)} does not load`};
    }
    if (result.unhandledErrors.length > 0) return {killed: true, by: 'an error that nobody caught'};
  }
  return {killed: false, by: null};
};

process.on('message', async (message) => {
  try {
    if (message.first) process.send({first: await firstRun()});
    else process.send({fault: message.fault, ...(await tryFault(message))});
  } catch (error) {
    process.send({fault: message.fault, failure: String(error?.stack ?? error)});
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ready: true, count});

import path from 'node:path';
import {defineConfig} from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

/** Pure tests share threads; tests that start programs, touch a home or draw on a terminal get a process of their own. */
export default defineConfig({
  test: {
    root,
    reporters: ['default', path.join(root, 'test/helpers/plain-reporter.ts')],
    maxWorkers: 2,
    // A limit against hangs, not a goal: the machine may be busy.
    testTimeout: 60_000,
    env: {CI: 'false', FORCE_COLOR: '0'},
    projects: [
      {
        extends: true,
        test: {
          name: 'functions',
          include: ['test/{model,diagnosis,repair,reports}/**/*.test.{ts,tsx}'],
          pool: 'threads',
          isolate: false,
          sequence: {groupOrder: 1},
        },
      },
      {
        extends: true,
        test: {
          name: 'world',
          include: ['test/{files,clients,probes,records,wizard,commands,terminal,house,promises}/**/*.test.{ts,tsx}'],
          pool: 'forks',
          sequence: {groupOrder: 2},
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

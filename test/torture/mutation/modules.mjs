const folder = (name, ...files) => files.map((file) => `src/${name}/${file}.ts`);

/** The five safety modules: their source files, and the tests that may find a fault in them (`only`: of one file). */
export const MODULES = {
  redact: {
    subjects: [
      'src/model/redact.ts',
      ...folder('model/redact', 'harmless-value', 'in-context', 'known-values', 'secret-name', 'shapes'),
    ],
    tests: ['test/model/redact*.test.ts'],
    pool: 'threads',
  },
  encode: {
    subjects: ['src/model/printable.ts', 'src/reports/inert.ts', 'src/records/markdown.ts'],
    tests: ['test/model/printable.test.ts', 'test/records/*.test.ts', 'test/reports/*.test.ts'],
    pool: 'threads',
  },
  trust: {
    subjects: ['src/records/settings.ts', 'src/clients/digest.ts', 'src/commands/trust.ts'],
    tests: ['test/records/*.test.ts', 'test/clients/*.test.ts', 'test/commands/trust.test.ts'],
    pool: 'forks',
  },
  fetch: {
    subjects: folder('probes/remote', 'open-request', 'hop', 'exchange', 'address', 'proxy', 'target'),
    tests: ['test/probes/remote/*.test.ts'],
    pool: 'forks',
    // Every test here passes through these; those that know them are asked, the slow rest would find little more.
    only: {
      'src/probes/remote/address.ts': ['address.test.ts', 'exchange.test.ts', 'tunnel.test.ts'],
      'src/probes/remote/proxy.ts': ['address.test.ts', 'tunnel.test.ts'],
      'src/probes/remote/target.ts': ['redirects.test.ts', 'target.test.ts'],
    },
  },
  write: {
    subjects: folder(
      'files',
      'write-file-safely',
      'write-temp',
      'write-private-file',
      'private-folder',
      'sync-folder',
      'lock',
      'journal',
      'why-not-written',
    ),
    tests: ['test/files/*.test.ts'],
    pool: 'forks',
  },
  reap: {
    subjects: folder(
      'probes/process',
      'find-run',
      'run-command',
      'run-marker',
      'run-once',
      'shut-down',
      'signal',
      'start-process',
      'supervisor',
      'supervisor-script',
      'windows-command',
    ),
    tests: ['test/probes/process/*.test.ts'],
    pool: 'forks',
    // A text that every test here loads, and that these alone run as a program.
    only: {'src/probes/process/supervisor-script.ts': ['supervisor-program.test.ts', 'supervisor-script.test.ts']},
  },
};

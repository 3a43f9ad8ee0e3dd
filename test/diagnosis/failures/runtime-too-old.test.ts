import {expect, test} from 'vitest';
import {runtimeTooOld} from '../../../src/diagnosis/failures/runtime-too-old.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: '/opt/node16/bin/node',
      args: ['/srv/notes/server.js'],
    },
  },
  command: {
    command: '/opt/node16/bin/node',
    resolved: '/opt/node16/bin/node',
    isPath: true,
    isAbsolute: true,
    project: {
      enginesNode: '>=20',
    },
    runtime: {
      name: 'node',
      path: '/opt/node16/bin/node',
      version: '16.20.2',
    },
    otherRuntimes: [
      {
        path: '/usr/bin/node',
        version: '22.12.0',
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(runtimeTooOld, broken);
  expect(finding?.cause).toContain('Node.js 16.20.2');
  expect(finding?.cause).toContain('too old');
  expect(finding?.cause).toContain('>=20');
  expect(finding?.fixes[0]?.title).toContain('Set "command" to "/usr/bin/node"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'command'], edit: {kind: 'set', value: '/usr/bin/node'}},
  });
});

test('not when the version fits', () => {
  expect(
    judged(runtimeTooOld, {
      entry: {},
      command: {
        project: {
          enginesNode: '>=20.10',
        },
        runtime: {
          version: '22.12.0',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when one of two alternatives fits', () => {
  expect(
    judged(runtimeTooOld, {
      entry: {},
      command: {
        project: {
          enginesNode: '^18.18.0 || >=20',
        },
        runtime: {
          version: '18.19.0',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the version is newer than the range, which does no harm', () => {
  expect(
    judged(runtimeTooOld, {
      entry: {},
      command: {
        project: {
          enginesNode: '^18 || ^20',
        },
        runtime: {
          version: '22.12.0',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the server works all the same', () => {
  expect(
    judged(runtimeTooOld, {
      entry: {},
      command: {
        project: {
          enginesNode: '>=24',
        },
        runtime: {
          version: '22.12.0',
        },
      },
      handshake: {},
    }),
  ).toBeUndefined();
});

test('offers the bare name where only the Node that runs mcp-fix is known to be new enough', () => {
  const command = {...broken.command, otherRuntimes: []};
  const finding = judged(runtimeTooOld, {...broken, command});
  expect(finding?.fixes[0]).toMatchObject({kind: 'edit', change: {edit: {kind: 'set', value: 'node'}}});
  const old = judged(runtimeTooOld, {...broken, command, machine: {node: '18.0.0'}});
  expect(old?.fixes[0]).toMatchObject({kind: 'advice', title: expect.stringContaining('Upgrade Node.js to 20 ')});
});

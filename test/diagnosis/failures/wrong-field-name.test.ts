import {expect, test} from 'vitest';
import {wrongFieldName} from '../../../src/diagnosis/failures/wrong-field-name.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'node',
      args: ['/srv/notes/server.js'],
      environment: {
        NOTES_DIR: '/srv',
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(wrongFieldName, broken);
  expect(finding?.cause).toContain('"environment"');
  expect(finding?.cause).toContain('"env"');
  expect(finding?.cause).toContain('Claude Code');
  expect(finding?.fixes[0]?.title).toContain('Rename "environment" to "env"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'environment'], edit: {kind: 'rename', to: 'env'}},
  });
});

test('not when the client reads that key', () => {
  expect(
    judged(wrongFieldName, {
      entry: {
        raw: {
          command: 'node',
          environment: {},
        },
        rules: {
          fields: {
            env: 'environment',
          },
          knownFields: ['command', 'environment'],
        },
      },
    }),
  ).toBeUndefined();
});

test('not when both keys are there, for two clients that share the file', () => {
  expect(
    judged(wrongFieldName, {
      entry: {
        raw: {
          command: null,
          args: null,
          url: 'https://a.example/mcp',
          serverUrl: 'https://a.example/mcp',
          type: 'http',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the transport of a program is what it would be anyway', () => {
  expect(
    judged(wrongFieldName, {
      entry: {
        raw: {
          command: 'node',
          transport: 'stdio',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the key means nothing to anybody', () => {
  expect(
    judged(wrongFieldName, {
      entry: {
        raw: {
          command: 'node',
          description: 'My notes',
          tools: ['*'],
        },
      },
    }),
  ).toBeUndefined();
});

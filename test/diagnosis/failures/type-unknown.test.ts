import {expect, test} from 'vitest';
import {typeUnknown} from '../../../src/diagnosis/failures/type-unknown.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: null,
      args: null,
      type: 'web-stream',
      url: 'https://mcp.notes.example/mcp',
    },
    command: null,
    args: [],
    url: 'https://mcp.notes.example/mcp',
    transport: 'unknown',
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(typeUnknown, broken);
  expect(finding?.cause).toContain('"web-stream"');
  expect(finding?.cause).toContain('not known');
  expect(finding?.cause).toContain('Claude Code');
  expect(finding?.fixes[0]?.title).toContain('Set "type" to "http"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'type'], edit: {kind: 'set', value: 'http'}},
  });
});

test('not when the client knows the word', () => {
  expect(
    judged(typeUnknown, {
      entry: {
        raw: {
          command: null,
          args: null,
          type: 'streamableHttp',
          url: 'https://mcp.notes.example/mcp',
        },
        rules: {
          types: {
            streamableHttp: 'http',
          },
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the client has no such key', () => {
  expect(
    judged(typeUnknown, {
      entry: {
        raw: {
          type: 'whatever',
          command: 'node',
        },
        rules: {
          fields: {
            type: null,
          },
          types: {},
        },
      },
    }),
  ).toBeUndefined();
});

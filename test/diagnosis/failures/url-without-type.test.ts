import {expect, test} from 'vitest';
import {urlWithoutType} from '../../../src/diagnosis/failures/url-without-type.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: null,
      args: null,
      url: 'https://mcp.notes.example/mcp',
    },
    command: null,
    args: [],
    url: 'https://mcp.notes.example/mcp',
    transport: 'unknown',
    standing: {
      state: 'unusable',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(urlWithoutType, broken);
  expect(finding?.cause).toContain('"url"');
  expect(finding?.cause).toContain('"type"');
  expect(finding?.cause).toContain('Claude Code');
  expect(finding?.fixes[0]?.title).toContain('Set "type" to "http"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'type'], edit: {kind: 'set', value: 'http'}},
  });
});

test('not when this client finds the transport by itself', () => {
  expect(
    judged(urlWithoutType, {
      entry: {
        raw: {
          command: null,
          args: null,
          url: 'https://mcp.notes.example/mcp',
        },
        rules: {
          urlWithoutType: 'http-then-sse',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the type is there', () => {
  expect(
    judged(urlWithoutType, {
      entry: {
        raw: {
          command: null,
          args: null,
          type: 'sse',
          url: 'https://mcp.notes.example/sse',
        },
      },
    }),
  ).toBeUndefined();
});

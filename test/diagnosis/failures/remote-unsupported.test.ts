import {expect, test} from 'vitest';
import {remoteUnsupported} from '../../../src/diagnosis/failures/remote-unsupported.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    client: 'claude-desktop',
    raw: {
      command: null,
      args: null,
      type: 'http',
      url: 'https://mcp.notes.example/mcp',
    },
    command: null,
    args: [],
    url: 'https://mcp.notes.example/mcp',
    transport: 'http',
    rules: {
      client: 'claude-desktop',
      clientName: 'Claude Desktop',
      remote: false,
      urlWithoutType: 'unsupported',
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(remoteUnsupported, broken);
  expect(finding?.cause).toContain('Claude Desktop');
  expect(finding?.cause).toContain('"command"');
  expect(finding?.cause).toContain('url');
  expect(finding?.fixes[0]?.title).toContain('mcp-remote');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {
      edit: {
        kind: 'merge',
        values: {command: 'npx', args: ['-y', 'mcp-remote@0.15.1', 'https://mcp.notes.example/mcp']},
      },
    },
  });
});

test('not when the client can call addresses', () => {
  expect(
    judged(remoteUnsupported, {
      entry: {
        raw: {
          command: null,
          args: null,
          type: 'http',
          url: 'https://mcp.notes.example/mcp',
        },
        transport: 'http',
      },
    }),
  ).toBeUndefined();
});

test('not when the server is a program', () => {
  expect(
    judged(remoteUnsupported, {
      entry: {
        rules: {
          remote: false,
        },
      },
    }),
  ).toBeUndefined();
});

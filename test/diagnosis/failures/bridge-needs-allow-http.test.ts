import {expect, test} from 'vitest';
import {bridgeNeedsAllowHttp} from '../../../src/diagnosis/failures/bridge-needs-allow-http.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    raw: {
      command: 'npx',
      args: ['-y', 'mcp-remote', 'http://10.0.0.5:3000/mcp'],
    },
  },
  command: {
    command: 'npx',
    args: ['-y', 'mcp-remote', 'http://10.0.0.5:3000/mcp'],
    resolved: '/usr/bin/npx',
    package: {
      runner: 'npx',
      spec: 'mcp-remote',
      name: 'mcp-remote',
      argIndex: 1,
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(bridgeNeedsAllowHttp, broken);
  expect(finding?.cause).toContain('http://10.0.0.5:3000/mcp');
  expect(finding?.cause).toContain('--allow-http');
  expect(finding?.fixes[0]?.title).toContain('Add "--allow-http"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'args'], edit: {kind: 'insert', index: 3, value: '--allow-http'}},
  });
});

test('not when the address is on this computer', () => {
  expect(
    judged(bridgeNeedsAllowHttp, {
      entry: {},
      command: {
        command: 'npx',
        args: ['-y', 'mcp-remote', 'http://localhost:3000/mcp'],
        package: {
          name: 'mcp-remote',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when it says so already', () => {
  expect(
    judged(bridgeNeedsAllowHttp, {
      entry: {},
      command: {
        command: 'npx',
        args: ['-y', 'mcp-remote', 'http://10.0.0.5/mcp', '--allow-http'],
        package: {
          name: 'mcp-remote',
        },
      },
    }),
  ).toBeUndefined();
});

test('not when the address is protected', () => {
  expect(
    judged(bridgeNeedsAllowHttp, {
      entry: {},
      command: {
        command: 'npx',
        args: ['-y', 'mcp-remote', 'https://mcp.notes.example/mcp'],
        package: {
          name: 'mcp-remote',
        },
      },
    }),
  ).toBeUndefined();
});

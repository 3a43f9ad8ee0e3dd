import {expect, test} from 'vitest';
import {transportHeaderOverridden} from '../../../src/diagnosis/failures/transport-header-overridden.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judged} from '../../helpers/judged.ts';

const broken: PartialEvidence = {
  entry: {
    transport: 'http',
    url: 'https://mcp.notes.example/mcp',
    command: null,
    args: [],
    raw: {
      command: null,
      args: null,
      type: 'http',
      url: 'https://mcp.notes.example/mcp',
      headers: {
        Accept: 'application/json',
      },
    },
    headerNames: ['Accept'],
    values: [
      {
        path: ['headers', 'Accept'],
        text: 'application/json',
      },
    ],
  },
  http: {
    main: {
      response: {
        status: 406,
      },
    },
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(transportHeaderOverridden, broken);
  expect(finding?.cause).toContain('"Accept"');
  expect(finding?.cause).toContain('406');
  expect(finding?.fixes[0]?.title).toContain('Remove the header "Accept"');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {path: ['mcpServers', 'notes', 'headers', 'Accept'], edit: {kind: 'remove'}},
  });
});

test("not when the header is one of the server's own", () => {
  expect(
    judged(transportHeaderOverridden, {
      entry: {
        headerNames: ['X-Team'],
        values: [
          {
            path: ['headers', 'X-Team'],
            text: 'a',
          },
        ],
      },
    }),
  ).toBeUndefined();
});

test('not when the header says what the client says', () => {
  expect(
    judged(transportHeaderOverridden, {
      entry: {
        headerNames: ['Accept'],
        values: [
          {
            path: ['headers', 'Accept'],
            text: 'application/json, text/event-stream',
          },
        ],
      },
    }),
  ).toBeUndefined();
});

import {expect, test} from 'vitest';
import {placeholderValue} from '../../../src/diagnosis/failures/placeholder-value.ts';
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
        Authorization: 'Bearer <YOUR_API_KEY>',
      },
    },
    values: [
      {
        path: ['headers', 'Authorization'],
        text: 'Bearer <YOUR_API_KEY>',
        placeholder: '<YOUR_API_KEY>',
        scheme: 'Bearer',
      },
    ],
  },
};

test('names what is wrong and the one change', () => {
  const finding = judged(placeholderValue, broken);
  expect(finding?.cause).toContain('placeholder');
  expect(finding?.cause).toContain('<YOUR_API_KEY>');
  expect(finding?.cause).toContain('"Authorization"');
  expect(finding?.fixes[0]?.title).toContain('Replace <YOUR_API_KEY>');
  expect(finding?.fixes[0]?.kind).toBe('edit');
  expect(finding?.fixes[0]).toMatchObject({
    change: {
      path: ['mcpServers', 'notes', 'headers', 'Authorization'],
      edit: {kind: 'ask', isSecret: true, template: 'Bearer {value}'},
    },
  });
});

test('not when the value is a real one', () => {
  expect(
    judged(placeholderValue, {
      entry: {
        values: [
          {
            path: ['headers', 'Authorization'],
            text: '[secret:github]',
            isSecret: true,
          },
        ],
      },
    }),
  ).toBeUndefined();
});

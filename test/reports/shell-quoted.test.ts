import {execFileSync} from 'node:child_process';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createVariableNames, quoted, shellName} from '../../src/reports/shell-quoted.ts';

/** What a real shell makes of the words. */
const shell = (line: string, env: Readonly<Record<string, string>> = {}): readonly string[] =>
  execFileSync('/bin/sh', ['-c', `for w in ${line}; do printf '%s\\0' "$w"; done`], {env: {...env}})
    .toString('utf8')
    .split('\0')
    .slice(0, -1);

describe('words for a shell', () => {
  test('a real shell reads back what was written, whatever it is', () => {
    const word = fc.string({unit: fc.constantFrom(...'ab ~$`"\'\\!*?{}[]()<>|&;#=\n\t-')});
    fc.assert(
      fc.property(fc.array(word, {minLength: 20, maxLength: 40}), (words) => {
        expect(shell(words.map((one) => quoted([one])).join(' '))).toEqual(words);
      }),
      {numRuns: 15},
    );
  });

  test('variables are filled in, the text around them is not read', () => {
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom(...'ab$`"\'\\!_ 1')}),
        fc.string({unit: fc.constantFrom(...'a$`"1_ ')}),
        (a, b) => {
          expect(shell(quoted([a, {variable: 'TOKEN'}, b]), {TOKEN: 'a "b" $c'})).toEqual([`${a}a "b" $c${b}`]);
        },
      ),
      {numRuns: 25},
    );
  });

  test('plain words stay plain', () => {
    expect(['node', '/srv/a-b.js', '--port=80', '@acme/notes@1.2'].map((one) => quoted([one]))).toEqual([
      'node',
      '/srv/a-b.js',
      '--port=80',
      '@acme/notes@1.2',
    ]);
    expect(quoted(['A=b'])).toBe("'A=b'");
    expect(quoted(['~/x'])).toBe("'~/x'");
    expect(quoted([''])).toBe("''");
  });
});

describe('names for hidden values', () => {
  test('one name for one value, two for two', () => {
    const names = createVariableNames();
    const first = names.pieces('Bearer [secret:github#12ab]', 'API_TOKEN');
    expect(first).toEqual(['Bearer ', {variable: 'API_TOKEN'}]);
    expect(names.pieces('[secret:github#12ab]', 'OTHER')).toEqual([{variable: 'API_TOKEN'}]);
    expect(names.pieces('[secret:github#9999]', 'api-token')).toEqual([{variable: 'API_TOKEN_2'}]);
    expect(names.pieces('nothing hidden', 'X')).toEqual(['nothing hidden']);
    expect(names.names()).toEqual(['API_TOKEN', 'API_TOKEN_2']);
  });

  test.each([
    ['X-Api-Key', 'X_API_KEY'],
    ['apiKey', 'API_KEY'],
    ['2fa', 'V_2FA'],
    ['日本', 'SECRET'],
  ])('%s becomes %s', (from, to) => {
    expect(shellName(from)).toBe(to);
  });
});

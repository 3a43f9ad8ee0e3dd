import {describe, expect, test} from 'vitest';
import {parseArguments, wholeNumber} from '../../src/commands/arguments.ts';
import {UserError} from '../../src/model/user-error.ts';

const message = (argv: readonly string[]): string => {
  try {
    parseArguments(argv);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return '';
};

describe('the command line', () => {
  test('plain mcp-fix is the wizard, with its options', () => {
    expect(parseArguments([]).command).toBe('wizard');
    expect(parseArguments(['--client', 'cursor']).texts('client')).toEqual(['cursor']);
  });

  test('operands and repeated options', () => {
    const args = parseArguments(['check', 'notes', '--trust', 'all', '--trust', 'x', 'other', '--json']);
    expect(args.operands).toEqual(['notes', 'other']);
    expect(args.texts('trust')).toEqual(['all', 'x']);
    expect(args.flag('json')).toBe(true);
  });

  test('a lone minus is an operand, and words after -- are too', () => {
    expect(parseArguments(['explain', '-']).operands).toEqual(['-']);
    expect(parseArguments(['explain', '--', '--weird']).operands).toEqual(['--weird']);
  });

  test('a value may begin with a minus', () => {
    const args = parseArguments(['fix', 'notes', '--value', '-y', '--yes']);
    expect(args.text('value')).toBe('-y');
    expect(args.flag('yes')).toBe(true);
  });

  test('--help anywhere is the help of that command', () => {
    expect(parseArguments(['check', '--help'])).toMatchObject({command: 'help', operands: ['check']});
  });

  test.each([
    [['chekc'], /Did you mean: mcp-fix check/],
    [['check', '--jsno'], /Did you mean --json/],
    [['fix', 'a', 'b'], /does not know what to do with "b"/],
    [['check', '--timeout'], /timeout/],
    [['notes'], /mcp-fix wizard "notes"/],
  ] as const)('%j says what was meant', (argv, expected) => {
    expect(message(argv)).toMatch(expected);
  });

  test('a word that is far from every command gets no guess', () => {
    expect(message(['zzzzzz'])).not.toMatch(/Did you mean/);
  });

  test('numbers are checked', () => {
    const range = {min: 1, max: 10, otherwise: 5};
    expect(wholeNumber(parseArguments(['check']), 'repeat', range)).toBe(5);
    expect(wholeNumber(parseArguments(['check', '--repeat', '7']), 'repeat', range)).toBe(7);
    for (const odd of ['0', '11', '1.5', 'x'])
      expect(() => wholeNumber(parseArguments(['check', '--repeat', odd]), 'repeat', range)).toThrow(/1 to 10/);
  });
});

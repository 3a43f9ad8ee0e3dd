import {describe, expect, test} from 'vitest';
import {parseArguments} from '../../src/commands/arguments.ts';
import {plainValues, valueTagsIn} from '../../src/commands/value-tags.ts';
import {UserError} from '../../src/model/user-error.ts';
import {remoteEntry, testHost} from '../servers/http-entry.ts';

const tagsWith = (key: string | undefined) =>
  valueTagsIn(
    parseArguments(['snapshot', '--key-env', 'TEAM_KEY']),
    testHost(key === undefined ? {} : {TEAM_KEY: key}),
  );

const KEY = 'k'.repeat(24);

describe('tags of values', () => {
  test('equal for equal values under one key, and otherwise nothing alike', () => {
    const [one, same, other] = [tagsWith(KEY), tagsWith(KEY), tagsWith(`${KEY}2`)];
    expect(one?.key).toBe(same?.key);
    expect(one?.key).not.toBe(other?.key);
    expect(one?.of('env.TOKEN', 'yes')).toBe(same?.of('env.TOKEN', 'yes'));
    expect(one?.of('env.TOKEN', 'yes')).toMatch(/^[0-9a-f]{8}$/);
    const tags = [
      one?.of('env.TOKEN', 'yes'),
      one?.of('env.TOKEN', 'no'),
      one?.of('env.OTHER', 'yes'),
      other?.of('env.TOKEN', 'yes'),
    ];
    expect(new Set(tags).size).toBe(4);
  });

  test('without --key-env there are none', () => {
    expect(valueTagsIn(parseArguments(['snapshot']), testHost({TEAM_KEY: KEY}))).toBeNull();
  });

  test.each([
    [undefined, /not set/],
    ['short', /shorter than 16/],
  ])('a key that is %j is refused, without being repeated', (key, said) => {
    expect(() => tagsWith(key)).toThrow(UserError);
    expect(() => tagsWith(key)).toThrow(said);
    if (key !== undefined) expect(() => tagsWith(key)).not.toThrow(new RegExp(`\\b${key}\\b`));
  });

  test('the values of an entry as its server gets them', () => {
    const {entry} = remoteEntry({url: 'https://a.example/mcp', headers: {'X-A': 'b'}});
    expect(plainValues(entry)).toEqual({'headers.X-A': 'b'});
    expect(plainValues({...entry, launch: null})).toEqual({});
  });
});

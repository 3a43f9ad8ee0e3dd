import {describe, expect, test} from 'vitest';
import {compatibilityOf, type Offer} from '../../src/reports/compatibility.ts';
import {histogram} from '../../src/reports/histogram.ts';
import {rules} from '../helpers/healthy-parts.ts';

describe('compatibility', () => {
  const offer: Offer = {
    transport: 'http',
    eras: ['legacy'],
    tools: 3,
    helloMs: 40,
    toolNames: ['read_note'],
    serverName: 'notes',
  };
  const answer = (change: Partial<Offer>, own: object = {}): readonly [string, string] => {
    const [row] = compatibilityOf({...offer, ...change}, [{rules: {...rules, ...own}, urlTransports: []}]);
    return [row?.answer ?? '', row?.because.join() ?? ''];
  };

  test('what fits works', () => {
    expect(answer({})).toEqual(['works', '']);
    expect(answer({transport: 'stdio'}, {remote: false})).toEqual(['works', '']);
    expect(answer({eras: []})).toEqual(['unknown', '']);
  });

  test.each([
    ['local programs only', {}, {remote: false}, /bridge/],
    ['another transport', {transport: 'sse'}, {types: {http: 'http'}, urlWithoutType: 'http'}, /HTTP\+SSE/],
    ['a server of the new era', {eras: ['modern']}, {eras: ['legacy']}, /initialize/],
    ['a client of the new era', {eras: ['legacy']}, {eras: ['modern']}, /2026-07-28/],
  ] as const)('%s does not', (_, change, own, said) => {
    const [word, because] = answer(change, own);
    expect(word).toBe('does-not');
    expect(because).toMatch(said);
  });

  test.each([
    ['too many tools', {tools: 41}, {maxTools: 40}, /40 tools/],
    ['too slow', {helloMs: 9000}, {startTimeoutMs: 8000}, /8000 ms/],
    ['names too long', {toolNames: ['x'.repeat(60)]}, {toolPrefix: 'mcp__{server}__'}, /64/],
  ] as const)('%s is limited', (_, change, own, said) => {
    expect(answer(change, own)[0]).toBe('limited');
    expect(answer(change, own)[1]).toMatch(said);
    expect(
      answer({tools: 40, helloMs: 8000}, {maxTools: 40, startTimeoutMs: 8000, toolPrefix: 'mcp__{server}__'})[0],
    ).toBe('works');
  });
});

describe('histogram', () => {
  const count = (lines: readonly string[]): number =>
    lines.reduce((sum, line) => sum + Number(/(\d+)$/.exec(line)?.[1] ?? 0), 0);

  test('every run stands in one bar, and a single failure is seen beside a thousand', () => {
    const runs = Array.from({length: 1000}, (_, index) => ({ms: 20 + (index % 50), failed: index === 500}));
    const lines = histogram(runs);
    expect(count(lines)).toBe(1000);
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(lines.join('').match(/x/g)).toHaveLength(1);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(60);
  });

  test('equal times are one bar; nothing is nothing', () => {
    expect(
      histogram([
        {ms: 5, failed: false},
        {ms: 5, failed: true},
      ]),
    ).toEqual(['5–6 ms #x 2']);
    expect(histogram([])).toEqual([]);
    expect(
      count(
        histogram([
          {ms: 1.2, failed: false},
          {ms: 900.7, failed: false},
          {ms: 14, failed: true},
        ]),
      ),
    ).toBe(3);
  });
});

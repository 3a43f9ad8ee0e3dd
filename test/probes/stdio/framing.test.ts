import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createFramer} from '../../../src/probes/stdio/framer.ts';
import type {Piece} from '../../../src/probes/stdio/framing.ts';

const read = (chunks: readonly Buffer[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  const framer = createFramer((piece) => pieces.push(piece));
  for (const chunk of chunks) framer.push(chunk);
  framer.end();
  return pieces;
};

const MESSAGE = {jsonrpc: '2.0', id: 1, result: {text: 'häß 💡', list: ['{', '}']}};
const TEXT = JSON.stringify(MESSAGE);

describe('cutting standard output', () => {
  test('how it is chunked makes no difference', () => {
    const parts = [
      'hello\n',
      `${TEXT}\n`,
      `Content-Length: ${Buffer.byteLength(TEXT)}\r\n\r\n${TEXT}`,
      `${TEXT}\n`,
      'log { open\n',
      JSON.stringify(MESSAGE, null, 2),
      '\n',
      TEXT,
    ];
    const whole = Buffer.from(parts.join(''));
    const expected = read([whole]);
    expect(expected.map((piece) => (piece.kind === 'odd' ? piece.oddity : piece.kind))).toEqual([
      'noise',
      'message',
      'content-length',
      'message',
      'noise',
      'several-lines',
      'no-newline',
    ]);
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), {maxLength: 12}), (cuts) => {
        const sorted = [0, ...cuts.sort((a, b) => a - b), whole.length];
        const chunks = sorted.slice(1).map((end, index) => whole.subarray(sorted[index] ?? 0, end));
        expect(read(chunks)).toEqual(expected);
      }),
    );
  });

  test('any bytes are read without a crash, and nothing that is no message becomes one', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({maxLength: 200})), (chunks) => {
        for (const piece of read(chunks.map((chunk) => Buffer.from(chunk)))) expect(piece.kind).not.toBe('message');
      }),
    );
  });

  test.each([
    ['{"level":"info","msg":"started"}', 'noise'],
    ['[1/3] loading', 'noise'],
    ['{"id": 7}', 'noise'],
    ["{'level': 'info'}", 'noise'],
    ['{', 'noise'],
  ])('%s is %s', (line, kind) => {
    expect(read([Buffer.from(`${line}\n${TEXT}\n`)]).map((piece) => piece.kind)).toEqual([kind, 'message']);
  });

  test('an open bracket of a log does not swallow the messages after it', () => {
    const pieces = read([Buffer.from(`{ "config": {\n${TEXT}\n`)]);
    expect(pieces.map((piece) => piece.kind)).toEqual(['noise', 'message']);
  });

  test('words before and after a message on its line are told', () => {
    const [piece] = read([Buffer.from(`50% ${TEXT} done\n`)]);
    expect(piece).toMatchObject({kind: 'message', glued: '50%  done', value: MESSAGE});
  });

  test('bytes that are no UTF-8 are seen, and the message is still read', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"jsonrpc":"2.0","id":1,"result":"'),
      Buffer.from([0xe4]),
      Buffer.from('"}\n'),
    ]);
    expect(read([bytes]).map((piece) => (piece.kind === 'odd' ? piece.oddity : piece.kind))).toEqual([
      'message',
      'not-utf8',
    ]);
  });
});

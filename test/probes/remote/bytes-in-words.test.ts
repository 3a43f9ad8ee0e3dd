import {describe, expect, test} from 'vitest';
import {createRedactor} from '../../../src/model/redact.ts';
import {binaryWords} from '../../../src/probes/remote/body-kind.ts';
import {linkOf} from '../../../src/probes/remote/error-chain.ts';

const utf16 = (text: string, isBig = false): string => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return (isBig ? bytes.swap16() : bytes).toString('utf8');
};

describe('a body that is no text', () => {
  test.each([utf16('{"jsonrpc":"2.0"}'), utf16('{"jsonrpc":"2.0"}', true)])('is told as UTF-16', (text) => {
    expect(binaryWords(text)).toBe('[text in UTF-16]');
  });
  test.each(['\u0000\u0000\u0000\u0000', '\ufffdPNG\r\n', '{"a":1}', ''])('is not for %j', (text) => {
    expect(binaryWords(text)).toBe('');
  });
});

describe('bytes that are no HTTP/1', () => {
  const failed = (bytes: Buffer): string =>
    linkOf(Object.assign(new Error('Parse Error: Expected HTTP/'), {rawPacket: bytes}), createRedactor()).message;
  test('an HTTP/2 server begins with SETTINGS', () => {
    expect(failed(Buffer.from([0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 100]))).toContain('HTTP/2 SETTINGS frame');
  });
  test.each(['SSH-2.0-OpenSSH_9.6\r\n', '220 mail ready\r\n', 'x'])('not %j', (text) => {
    expect(failed(Buffer.from(text))).toBe('Parse Error: Expected HTTP/');
  });
});

import {expect, test} from 'vitest';
import {codeSpan, fenced} from '../../src/reports/inert.ts';

test('a block has a fence that is longer than any inside', () => {
  expect(fenced('a')).toBe('```text\na\n```');
  expect(fenced('a', 'sh')).toBe('```sh\na\n```');
  expect(fenced('``')).toBe('```text\n``\n```');
  expect(fenced('```')).toBe('````text\n```\n````');
  expect(fenced('` ```` ``')).toBe('`````text\n` ```` ``\n`````');
});

test('line ends of every system are one', () => {
  expect(fenced('a\r\nb\rc\nd\r\r\ne')).toBe('```text\na\nb\nc\nd\n\ne\n```');
});

test('a block is cut after 4,000 characters, and says so', () => {
  expect(fenced('x'.repeat(4000))).toBe(`\`\`\`text\n${'x'.repeat(4000)}\n\`\`\``);
  expect(fenced('x'.repeat(4001))).toBe(`\`\`\`text\n${'x'.repeat(4000)}\n… cut after 4000 characters\n\`\`\``);
});

test('a span is one line, in ticks that nothing inside can end', () => {
  expect(codeSpan('a')).toBe('` a `');
  expect(codeSpan('a`b')).toBe('`` a`b ``');
  expect(codeSpan('a``b`c')).toBe('``` a``b`c ```');
  expect(codeSpan('a\r\n\t\nb')).toBe('` a b `');
  expect(codeSpan('a|b||c')).toBe('` a\u00a6b\u00a6\u00a6c `');
  expect(codeSpan('')).toBe('` `');
  expect(codeSpan(' \n ')).toBe('` `');
  expect(codeSpan('x'.repeat(401))).toBe(`\` ${'x'.repeat(400)} \``);
});

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {cleanText} from '../../src/diagnosis/clean-text.ts';
import {explainText} from '../../src/diagnosis/explain.ts';

const first = (text: string): string | undefined => explainText(text)[0]?.id;

describe('cleanText', () => {
  it('removes colours, time stamps, levels and prefixes, and keeps the words', () => {
    const esc = String.fromCharCode(27);
    expect(
      cleanText(`${esc}[31m2026-11-21T12:00:00.123Z [error] [notes] connect ECONNREFUSED 127.0.0.1:3000${esc}[0m\r\n`),
    ).toBe('connect ECONNREFUSED 127.0.0.1:3000');
    expect(cleanText('12:00:01.5 ERROR: spawn uvx ENOENT')).toBe('spawn uvx ENOENT');
  });

  it('leaves brackets that are the message', () => {
    expect(cleanText('[dotenv@17.2.3] injecting env (2) from .env')).toBe(
      '[dotenv@17.2.3] injecting env (2) from .env',
    );
    expect(cleanText('[ERR_MODULE_NOT_FOUND]: Cannot find module')).toBe('[ERR_MODULE_NOT_FOUND]: Cannot find module');
  });

  it('keeps the lines of a trace apart', () => {
    expect(
      cleanText('Traceback (most recent call last):\n  File "a.py", line 1\nKeyError: 1').split('\n'),
    ).toHaveLength(3);
  });
});

describe('cleanText of structured logs', () => {
  it('unfolds what a log in JSON carries escaped', () => {
    const line = String.raw`{"msg":"failed {\"error\":\"spawn npx ENOENT\",\"stack\":\"Error: spawn npx ENOENT\\n    at onexit\"}"}`;
    expect(
      cleanText(line)
        .split('\n')
        .map((one) => one.trim()),
    ).toEqual(['{"msg":"failed {"error":"spawn npx ENOENT","stack":"Error: spawn npx ENOENT', 'at onexit"}"}']);
    expect(explainText(line)[0]?.id).toBe('command-not-found');
  });

  it.each([
    ['a path of Windows', String.raw`Cannot open C:\new\tools\run.js`],
    ['a pattern', String.raw`expected /a\nb/ to match`],
    ['a line end in a short text', String.raw`{"a":"x\ny"}`],
  ])('leaves alone: %s', (_, line) => {
    expect(cleanText(line)).toBe(line);
  });

  it.each([
    ['    | httpx.ConnectError: All connection attempts failed', 'httpx.ConnectError: All connection attempts failed'],
    ['│ Error: spawn uvx ENOENT            │', 'Error: spawn uvx ENOENT'],
    ['notes-1  | Error: listen EADDRINUSE', 'Error: listen EADDRINUSE'],
    ['2026-01-02 10:00:00,123 - ERROR - agent.py:883 - connection refused', 'connection refused'],
    ['✕ Error during discovery', 'Error during discovery'],
  ])('takes the frame off: %s', (line, words) => {
    expect(cleanText(line)).toBe(words);
  });

  it.each(['12 | command = "npx"', 'a || b', 'x - y - z'])('leaves alone: %s', (line) => {
    expect(cleanText(line)).toBe(line);
  });
});

describe('explainText', () => {
  it('reads a message on over the line ends of a narrow window', () => {
    expect(first("✕ can't resolve\n  reference #/$defs/Answer from id #")).toBe('schema-dangling-reference');
    expect(first('an exception\nfell from the sky')).toBe('unrecognised-runtime');
  });

  it.each([
    ['Error: connect ECONNREFUSED 127.0.0.1:3845', 'connection-refused'],
    ['getaddrinfo ENOTFOUND mcp.notes.example', 'host-not-found'],
    ['fetch failed (cause: UNABLE_TO_VERIFY_LEAF_SIGNATURE)', 'tls-unknown-issuer'],
    ['SSE error: Non-200 status code (405)', 'sse-configured-http-served'],
    ['HTTP 429: {"error":{"type":"insufficient_quota"}}', 'credit-used-up'],
    ['429 Too Many Requests', 'rate-limited'],
    ['Incompatible auth server: does not support dynamic client registration', 'client-registration-missing'],
    ['{"error":"insufficient_scope"}', 'scope-missing'],
    ['421 Misdirected Request: Invalid Host Header', 'host-not-allowed'],
    ['redirect_uri_mismatch', 'redirect-uri-mismatch'],
  ])('%s', (text, id) => {
    expect(first(text)).toBe(id);
  });

  it('tells the words that decided it, and a longer match before a shorter one', () => {
    const answers = explainText(
      '2026-11-21T10:00:00Z [error] 500 from upstream: invalid_grant: Token has been expired or revoked',
    );
    expect(answers[0]).toMatchObject({id: 'sign-in-expired', class: 'auth', waitingHelps: false});
    expect(answers[0]?.matched).toContain('invalid_grant');
    expect(answers[0]?.fixes.length).toBeGreaterThan(0);
  });

  it.each([
    ['the workspace throttle kicked in', 'quota'],
    ['who are you? your credentials were thrown out', 'auth'],
    ['odd value in the configuration', 'config'],
    ['an exception fell from the sky', 'runtime'],
  ])('gives at least the class: %s', (text, name) => {
    expect(explainText(text)).toMatchObject([{id: `unrecognised-${name}`, class: name, confidence: 'possible'}]);
  });

  it('says nothing of a text that is no error', () => {
    expect(explainText('hello world')).toEqual([]);
    expect(explainText('')).toEqual([]);
  });

  it('answers any text without a crash, in a moment', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 400}), (text) =>
        explainText(text).every((one) => one.matched !== ''),
      ),
      {numRuns: 40},
    );
    const startedAt = performance.now();
    explainText(`${'a '.repeat(60_000)}${'(('.repeat(20_000)}\n${'x'.repeat(60_000)} 401`);
    expect(performance.now() - startedAt).toBeLessThan(3000);
  }, 20_000);
});

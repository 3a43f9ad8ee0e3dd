import fc from 'fast-check';
import {expect, test} from 'vitest';
import {diagnose} from '../../src/diagnosis/engine.ts';
import {FAILURES} from '../../src/diagnosis/failures/index.ts';
import type {Evidence} from '../../src/model/evidence.ts';
import {evidenceOf} from '../helpers/evidence.ts';

const words = fc.oneof(
  fc.string({maxLength: 80}),
  fc.constantFrom(
    'NOTES_API_KEY is not set',
    'Error: listen EADDRINUSE: address already in use :::3000',
    "ModuleNotFoundError: No module named 'x'",
    'Usage: notes <dir>',
    'panic: boom',
    '401 Unauthorized',
    '[dotenv@17.2.3] injecting env',
    '{"jsonrpc":"2.0"',
    '\\x1b[31mError\\x1b[0m',
  ),
);
const text = fc.array(words, {maxLength: 5}).map((lines) => lines.join('\n'));
const rpcError = fc.option(fc.record({code: fc.integer(), message: text, data: fc.option(text)}));

const evidence: fc.Arbitrary<Evidence> = fc
  .record({
    command: fc.constantFrom('node', 'npx', 'docker', 'uvx', 'python3', ''),
    args: fc.array(words, {maxLength: 4}),
    envNames: fc.array(fc.constantFrom('NOTES_APIKEY', 'DATABASE_URL', 'TOKEN', ''), {maxLength: 3}),
    stderr: text,
    noise: fc.array(fc.record({text: words, isGlued: fc.boolean()}), {maxLength: 3}),
    exit: fc.option(fc.record({code: fc.option(fc.integer()), signal: fc.constantFrom(null, 'SIGKILL', 'SIGSEGV')})),
    timedOut: fc.boolean(),
    version: fc.constantFrom(null, '2025-11-25', '', '1'),
    hello: rpcError,
    list: rpcError,
    names: fc.array(words, {maxLength: 4}),
    closed: fc.boolean(),
  })
  .map((at) =>
    evidenceOf({
      entry: {command: at.command, args: at.args, envNames: at.envNames},
      command: {command: at.command, args: at.args},
      launch: {stderr: at.stderr, noise: at.noise, noiseCount: at.noise.length, exit: at.exit, timedOut: at.timedOut},
      handshake: {version: at.version, error: at.hello, timedOut: at.timedOut},
      tools: {error: at.list, names: at.names, count: at.names.length, closed: at.closed},
    }),
  );

test('any evidence gives opinions without a crash', () => {
  fc.assert(
    fc.property(evidence, (seen) => {
      expect(diagnose(seen, FAILURES).crashed).toEqual([]);
    }),
    {numRuns: 150},
  );
});

test('the order of the rules does not change the step of the root cause', () => {
  fc.assert(
    fc.property(evidence, (seen) => {
      const [there] = diagnose(seen, FAILURES).findings;
      const [back] = diagnose(seen, [...FAILURES].reverse()).findings;
      expect(back?.step).toBe(there?.step);
      expect(back?.severity).toBe(there?.severity);
    }),
    {numRuns: 60},
  );
});

test('every finding can be shown: one cause without holes, and a way on', () => {
  fc.assert(
    fc.property(evidence, (seen) => {
      for (const finding of diagnose(seen, FAILURES).findings) {
        expect(finding.cause).not.toBe('');
        expect(finding.cause).not.toMatch(/\bundefined\b|\[object |NaN/);
        expect(finding.fixes.length).toBeGreaterThan(0);
        expect(new Set(finding.fixes.map(({id}) => id)).size).toBe(finding.fixes.length);
      }
    }),
    {numRuns: 150},
  );
});

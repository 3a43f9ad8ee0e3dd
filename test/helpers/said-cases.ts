import {describe, expect, test} from 'vitest';
import {diagnose} from '../../src/diagnosis/engine.ts';
import type {Failure} from '../../src/diagnosis/failure.ts';
import {evidenceOf, type PartialEvidence} from './evidence.ts';

export interface SaidCases {
  /** What a server that ends says on standard error, the words its cause must hold, and what a fix's title says. */
  readonly matches: readonly {
    readonly text: string;
    readonly cause: readonly (string | RegExp)[];
    readonly fix?: string | RegExp;
    readonly with?: PartialEvidence;
  }[];
  /** Texts of other failures. */
  readonly misses: readonly (string | {readonly text: string; readonly with: PartialEvidence})[];
}

/** A server that wrote `text` and ended with exit code 1 before it answered. */
export const ended = (text: string, more: PartialEvidence = {}): PartialEvidence => ({
  ...more,
  launch: {stderr: text, stdout: '', exit: {code: 1}, endedDuring: 'initialize', ...more.launch},
});

/** Tables for the failures that a local server tells in its own words; each text is also tried on a server that works. */
export const saidCases = (failure: Failure, {matches, misses}: SaidCases): void => {
  const found = (evidence: PartialEvidence) => diagnose(evidenceOf(evidence), [failure]);
  describe(failure.id, () => {
    test.each(matches)('is found in: $text', ({text, cause, fix, with: more}) => {
      const {findings, crashed} = found(ended(text, more));
      expect(crashed).toEqual([]);
      expect(findings).toHaveLength(1);
      for (const words of cause) expect(findings[0]?.cause).toMatch(words);
      if (fix !== undefined) expect(findings[0]?.fixes.map(({title}) => title).join('\n')).toMatch(fix);
      expect(findings[0]?.fixes.length).toBeGreaterThan(0);
    });
    test.each(matches)('is not found in a server that works and logs: $text', ({text, with: more}) => {
      const healthy = {
        ...more,
        launch: {stderr: text, ...more?.launch, exit: null, endedDuring: null},
        handshake: {},
        tools: {},
      };
      expect(found(healthy).findings).toEqual([]);
    });
    test.each(misses.map((miss) => (typeof miss === 'string' ? {text: miss, with: {}} : miss)))(
      'is not found in: $text',
      ({text, with: more}) => {
        expect(found(ended(text, more)).findings).toEqual([]);
      },
    );
  });
};

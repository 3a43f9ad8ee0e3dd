import {describe, expect, test} from 'vitest';
import {diagnose} from '../../src/diagnosis/engine.ts';
import type {Failure} from '../../src/diagnosis/failure.ts';
import {evidenceOf, type PartialEvidence} from './evidence.ts';

export interface EvidenceCases {
  /** Evidence that shows it, the words its cause must hold, what a fix's title says, and the severity. */
  readonly matches: readonly {
    readonly name: string;
    readonly evidence: PartialEvidence;
    readonly cause: readonly (string | RegExp)[];
    readonly fix?: string | RegExp;
    readonly severity?: 'error' | 'warning';
  }[];
  /** Evidence that looks alike and is something else, or health. */
  readonly misses: readonly {readonly name: string; readonly evidence: PartialEvidence}[];
}

/** Tables for the failures that facts decide. */
export const evidenceCases = (failure: Failure, {matches, misses}: EvidenceCases): void => {
  describe(failure.id, () => {
    test.each(matches)('is found: $name', ({evidence, cause, fix, severity}) => {
      const {findings, crashed} = diagnose(evidenceOf(evidence), [failure]);
      expect(crashed).toEqual([]);
      expect(findings).toHaveLength(1);
      for (const words of cause) expect(findings[0]?.cause).toMatch(words);
      if (fix !== undefined) expect(findings[0]?.fixes.map(({title}) => title).join('\n')).toMatch(fix);
      expect(findings[0]?.fixes.length).toBeGreaterThan(0);
      expect(findings[0]?.severity).toBe(severity ?? failure.severity);
    });
    test.each(misses)('is not found: $name', ({evidence}) => {
      expect(diagnose(evidenceOf(evidence), [failure]).findings).toEqual([]);
    });
  });
};

import {expect, test} from 'vitest';
import {diagnose} from '../../src/diagnosis/engine.ts';
import {exclusive} from '../../src/diagnosis/exclusive.ts';
import {defineFailure} from '../../src/diagnosis/failure.ts';
import {evidenceOf} from '../helpers/evidence.ts';

const rule = (id: string, severity: 'error' | 'warning', needs: 'entry' | 'command' = 'entry') =>
  defineFailure({
    id,
    class: 'config',
    step: 'config',
    title: id,
    severity,
    waitingHelps: false,
    needs: [needs],
    signatures: [],
    remedies: [],
    detect: () => ({}),
    explain: () => ({cause: id, evidence: []}),
    fixes: () => [],
  });
const idsOf = (failures: Parameters<typeof diagnose>[1]) =>
  diagnose(evidenceOf({entry: {}}), failures).findings.map(({id}) => id);

test('an earlier error silences what comes later', () => {
  expect(idsOf(exclusive([rule('exact', 'error'), rule('general', 'error'), rule('hint', 'warning')]))).toEqual([
    'exact',
  ]);
});

test('an earlier warning hides no error, unless asked to', () => {
  expect(idsOf(exclusive([rule('hint', 'warning'), rule('general', 'error')]))).toEqual(['general', 'hint']);
  expect(idsOf(exclusive([rule('hint', 'warning'), rule('general', 'error')], 'findings'))).toEqual(['hint']);
});

test('a rule whose evidence was not gathered silences nothing', () => {
  expect(idsOf(exclusive([rule('exact', 'error', 'command'), rule('general', 'error')]))).toEqual(['general']);
});

import {describe, expect, it} from 'vitest';
import {compare} from '../../src/diagnosis/compare.ts';
import type {Finding} from '../../src/model/finding.ts';
import type {Investigation} from '../../src/model/investigation.ts';
import type {Step} from '../../src/model/step.ts';
import {anEntry} from '../helpers/an-entry.ts';
import {evidenceOf, type PartialEvidence} from '../helpers/evidence.ts';

const finding = (id: string, step: Step, more: Partial<Finding> = {}): Finding => ({
  id,
  class: 'config',
  severity: 'error',
  step,
  title: `The ${id}`,
  cause: `cause of ${id}`,
  evidence: [],
  confidence: 'certain',
  waitingHelps: false,
  fixes: [],
  ...more,
});

const look = (
  findings: readonly Finding[],
  more: Partial<Investigation> = {},
  evidence: PartialEvidence = {handshake: {}, tools: {count: 3}},
): Investigation => ({
  entry: anEntry,
  evidence: evidenceOf(evidence),
  diagnosis: {findings, notChecked: [], crashed: []},
  steps: [],
  status: findings.some((one) => one.severity === 'error') ? 'broken' : findings.length > 0 ? 'warned' : 'healthy',
  digest: '',
  durationMs: 1,
  ...more,
});

const missing = finding('env-var-missing', 'launch', {cause: 'NOTES_TOKEN is not set'});

describe('compare', () => {
  it('is fixed when the server answers and the failure is gone', () => {
    expect(compare(look([missing]), look([]))).toEqual({
      kind: 'fixed',
      note: 'The same action now works: the server answers and lists 3 tools.',
    });
  });

  it('is fixed with a warning left', () => {
    const warning = finding('no-tools', 'tools', {severity: 'warning'});
    expect(compare(look([missing]), look([warning]))).toMatchObject({kind: 'fixed', note: /A warning remains/});
  });

  it('is the same failure, whatever numbers its cause holds', () => {
    const slow = (ms: number): Finding =>
      finding('no-answer', 'handshake', {cause: `no answer in ${ms}ms (req_${ms}ab)`});
    expect(compare(look([slow(4000)]), look([slow(4100)])).kind).toBe('same-failure');
  });

  it('tells the next name of the same kind of failure apart', () => {
    const other = finding('env-var-missing', 'launch', {cause: 'NOTES_WORKSPACE is not set'});
    expect(compare(look([missing]), look([other]))).toMatchObject({kind: 'other-failure', further: true});
  });

  it('says whether it came further or failed earlier', () => {
    const later = finding('tools-list-error', 'tools');
    const earlier = finding('json-trailing-comma', 'config');
    expect(compare(look([missing]), look([later]))).toMatchObject({kind: 'other-failure', further: true, id: later.id});
    expect(compare(look([missing]), look([earlier]))).toMatchObject({kind: 'other-failure', further: false});
  });

  it('claims nothing when the second look was not made', () => {
    const unasked = look([], {status: 'unchecked', because: 'untrusted'}, {handshake: {skipped: 'not approved'}});
    expect(compare(look([missing]), unasked)).toMatchObject({kind: 'cannot-tell', note: /untrusted/});
  });

  it('claims nothing when time ran out before the place of the failure', () => {
    const tools = finding('tools-list-error', 'tools');
    const slow = look([finding('host-unreachable', 'network')], {}, {limitHit: true});
    expect(compare(look([tools]), slow).kind).toBe('cannot-tell');
    expect(compare(look([finding('host-unreachable', 'network')]), slow).kind).toBe('same-failure');
  });

  it('claims nothing when the rule itself broke, or nothing failed before', () => {
    const crashed = look([], {diagnosis: {findings: [], notChecked: [], crashed: [{id: missing.id, message: 'x'}]}});
    expect(compare(look([missing]), crashed).kind).toBe('cannot-tell');
    expect(compare(look([]), look([])).kind).toBe('cannot-tell');
  });
});

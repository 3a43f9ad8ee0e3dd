import {describe, expect, test} from 'vitest';
import {diagnose} from '../../src/diagnosis/engine.ts';
import {defineFailure, type Failure} from '../../src/diagnosis/failure.ts';
import type {SectionName} from '../../src/model/evidence.ts';
import type {Step} from '../../src/model/step.ts';
import {evidenceFromJson, evidenceOf} from '../helpers/evidence.ts';

const failure = (id: string, step: Step, severity: 'error' | 'warning', needs: readonly SectionName[]): Failure =>
  defineFailure({
    id,
    class: 'runtime',
    step,
    title: id,
    severity,
    waitingHelps: false,
    needs,
    signatures: [],
    remedies: [],
    detect: () => true,
    explain: () => ({cause: id, evidence: []}),
    fixes: () => [],
  });

describe('diagnose', () => {
  test('puts the earliest step first, errors before warnings, then list order', () => {
    const found = diagnose(evidenceOf({launch: {}, tools: {}}), [
      failure('late', 'tools', 'error', ['tools']),
      failure('early-warning', 'config', 'warning', ['launch']),
      failure('early', 'launch', 'error', ['launch']),
      failure('early-too', 'launch', 'error', ['launch']),
    ]);
    expect(found.findings.map(({id}) => id)).toEqual(['early', 'early-too', 'early-warning']);
  });

  test('what fails at a later step than the root cause is no second fault; behind a warning it is told', () => {
    const late = failure('late', 'tools', 'error', ['tools']);
    const idsOf = (first: Failure): readonly string[] =>
      diagnose(evidenceOf({launch: {}, tools: {}}), [first, late]).findings.map(({id}) => id);
    expect(idsOf(failure('early', 'launch', 'error', ['launch']))).toEqual(['early']);
    expect(idsOf(failure('early', 'launch', 'warning', ['launch']))).toEqual(['late', 'early']);
  });

  test('a name that a rule quotes brings no control sequence along', () => {
    const odd = defineFailure({
      ...failure('odd', 'config', 'error', ['launch']),
      remedies: [],
      detect: () => true,
      explain: () => ({cause: 'no "\u001b]0;x\u0007"', evidence: [{label: 'key', text: 'a\u202eb'}]}),
      fixes: () => [],
    });
    const [finding] = diagnose(evidenceOf({launch: {}}), [odd]).findings;
    expect(finding?.cause).toBe('no "\\x1b]0;x\\x07"');
    expect(finding?.evidence[0]?.text).toBe('a\\u202eb');
  });

  test('says why a rule was not asked: skipped with its reason, or no such evidence', () => {
    const found = diagnose(evidenceOf({launch: {skipped: 'the command was not found'}}), [
      failure('a', 'launch', 'error', ['launch']),
      failure('b', 'tools', 'error', ['tools']),
    ]);
    expect(found.findings).toEqual([]);
    expect(found.notChecked).toEqual([
      {id: 'a', because: 'the command was not found'},
      {id: 'b', because: 'no tools evidence of this subject'},
    ]);
  });

  test('a crash of a rule is told, and is never a diagnosis', () => {
    const broken: Failure = {
      ...failure('broken', 'launch', 'error', ['launch']),
      judge: () => {
        throw new Error('rule fell over');
      },
    };
    const found = diagnose(evidenceOf({launch: {}}), [broken]);
    expect(found.findings).toEqual([]);
    expect(found.crashed).toEqual([{id: 'broken', message: 'rule fell over'}]);
  });
});

describe('evidenceOf', () => {
  test('holds only the named sections, each filled up', () => {
    const evidence = evidenceOf({launch: {stderr: 'boom'}, command: {project: {isInstalled: false}}});
    expect(Object.keys(evidence).sort()).toEqual(['command', 'launch', 'machine']);
    expect(evidence.launch).toMatchObject({stderr: {head: 'boom', bytes: 4}, exit: null});
    expect(evidence.command).toMatchObject({project: {dir: '/srv/notes', isInstalled: false}});
  });

  test('fills items of arrays and what is null in health', () => {
    const evidence = evidenceOf({
      entry: {values: [{path: ['env', 'A'], placeholder: '<KEY>'}]},
      http: {main: {response: {status: 503}}},
    });
    expect(evidence.entry).toMatchObject({values: [{path: ['env', 'A'], placeholder: '<KEY>', isSecret: false}]});
    expect(evidence.http).toMatchObject({exchanges: [{response: {status: 503, contentType: 'application/json'}}]});
    expect(evidenceFromJson('{"launch":{"exit":{"code":2}}}').launch).toMatchObject({exit: {code: 2, signal: null}});
  });
});

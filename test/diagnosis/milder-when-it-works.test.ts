import {expect, test} from 'vitest';
import {diagnose} from '../../src/diagnosis/engine.ts';
import {configFailures} from '../../src/diagnosis/failures/in-config.ts';
import {evidenceOf, type PartialEvidence} from '../helpers/evidence.ts';

const unset = {entry: {variables: [{isSet: false}]}} satisfies PartialEvidence;
const severityOf = (more: PartialEvidence) =>
  diagnose(evidenceOf({...unset, ...more}), configFailures).findings.map(({id, severity}) => `${id}: ${severity}`);

test('a variable that is not set is an error as long as nothing says otherwise', () => {
  expect(severityOf({})).toEqual(['variable-not-set: error']);
});

test('it is a warning where the server works without it', () => {
  expect(severityOf({handshake: {}, tools: {}})).toEqual(['variable-not-set: warning']);
});

test('a server that only says hello does not work', () => {
  expect(severityOf({handshake: {}, tools: {httpStatus: 401, count: 0}})).toEqual(['variable-not-set: error']);
});

import {expect, it} from 'vitest';
import {signInRequestRefused} from '../../../src/diagnosis/failures/sign-in-request-refused.ts';
import {explainText} from '../../../src/diagnosis/index.ts';
import {judge} from '../../helpers/judge.ts';

const reported = (text: string) => ({reported: {source: 'pasted' as const, text, cleaned: text}});

it.each([
  '{"error":"unsupported_grant_type"}',
  '{"error":"invalid_request","error_description":"code_challenge is required"}',
  '{"error":"use_dpop_nonce"}',
])('knows it: %s', (text) => {
  const finding = judge(signInRequestRefused, reported(text));
  expect(finding?.cause).toMatch(/form/);
  expect(finding?.fixes[0]?.title).toMatch(/Update the client/);
  expect(explainText(text)[0]?.id).toBe('sign-in-request-refused');
});

it.each([
  '{"error":"invalid_grant","error_description":"Token has been revoked"}',
  'the challenge is required reading',
  '{"error":"invalid_client"}',
])('stays clear: %s', (text) => {
  expect(judge(signInRequestRefused, reported(text))).toBeNull();
  expect(explainText(text)[0]?.id).not.toBe('sign-in-request-refused');
});

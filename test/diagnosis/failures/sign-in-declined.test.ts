import {expect, it} from 'vitest';
import {signInDeclined} from '../../../src/diagnosis/failures/sign-in-declined.ts';
import {explainText} from '../../../src/diagnosis/index.ts';
import {judge} from '../../helpers/judge.ts';

const reported = (text: string) => ({reported: {source: 'pasted' as const, text, cleaned: text}});

it.each([
  'http://127.0.0.1:33418/callback?error=access_denied&state=x',
  '{"error":"consent_required","error_description":"consent is needed"}',
  'OAuth callback: The user denied the request',
])('knows it: %s', (text) => {
  const finding = judge(signInDeclined, reported(text));
  expect(finding?.cause).toMatch(/browser/);
  expect(finding?.fixes[0]?.title).toMatch(/Sign in again/);
  expect(explainText(text)[0]?.id).toBe('sign-in-declined');
});

it.each([
  'AccessDenied: User is not authorized to perform: s3:GetObject',
  'Access denied - path outside allowed directories: /a not in /b',
  'rm: access denied',
])('stays clear: %s', (text) => {
  expect(judge(signInDeclined, reported(text))).toBeNull();
  expect(explainText(text)[0]?.id).not.toBe('sign-in-declined');
});

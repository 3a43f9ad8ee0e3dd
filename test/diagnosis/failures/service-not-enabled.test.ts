import {expect, it} from 'vitest';
import {serviceNotEnabled} from '../../../src/diagnosis/failures/service-not-enabled.ts';
import {explainText} from '../../../src/diagnosis/index.ts';
import {judge} from '../../helpers/judge.ts';

const reported = (text: string) => ({reported: {source: 'pasted' as const, text, cleaned: text}});

it.each([
  'Google Drive API has not been used in project 123 before or it is disabled.',
  '{"error":{"status":"PERMISSION_DENIED","details":[{"reason":"SERVICE_DISABLED"}]}}',
  'MCP is not enabled for your organization',
])('knows it: %s', (text) => {
  const finding = judge(serviceNotEnabled, reported(text));
  expect(finding?.cause).toMatch(/switched off/);
  expect(finding?.fixes[0]?.title).toMatch(/Switch the service on/);
  expect(explainText(text)[0]?.id).toBe('service-not-enabled');
});

it.each([
  'The tool is disabled in the settings',
  'PERMISSION_DENIED: The caller does not have permission',
  'the API answers slowly',
])('stays clear: %s', (text) => {
  expect(judge(serviceNotEnabled, reported(text))).toBeNull();
  expect(explainText(text)[0]?.id).not.toBe('service-not-enabled');
});

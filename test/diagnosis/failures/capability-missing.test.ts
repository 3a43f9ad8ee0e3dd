import {expect, it} from 'vitest';
import {capabilityMissing} from '../../../src/diagnosis/failures/capability-missing.ts';
import {explainText} from '../../../src/diagnosis/index.ts';
import {judge} from '../../helpers/judge.ts';

const reported = (text: string) => ({reported: {source: 'pasted' as const, text, cleaned: text}});

it.each([
  'McpError: MCP error -32601: Client does not support sampling (required for sampling/createMessage)',
  'Error: Server does not support tools (required for tools/list)',
  'Client does not support form elicitation',
])('knows it: %s', (text) => {
  const finding = judge(capabilityMissing, reported(text));
  expect(finding?.cause).toMatch(/hello/);
  expect(finding?.fixes[0]?.title).toMatch(/client/i);
  expect(explainText(text)[0]?.id).toBe('capability-missing');
});

it.each([
  'This client does not support the file format',
  'Server does not support TLS 1.3',
  'MCP error -32601: Method not found',
])('stays clear: %s', (text) => {
  expect(judge(capabilityMissing, reported(text))).toBeNull();
  expect(explainText(text)[0]?.id).not.toBe('capability-missing');
});

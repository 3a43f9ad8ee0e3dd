import {expect, it} from 'vitest';
import {schemaKeywordRefused} from '../../../src/diagnosis/failures/schema-keyword-refused.ts';
import {explainText} from '../../../src/diagnosis/index.ts';
import {judge} from '../../helpers/judge.ts';

const reported = (text: string) => ({reported: {source: 'pasted' as const, text, cleaned: text}});

it.each([
  'Error: type and anyOf cannot be both populated.',
  'Invalid JSON payload received. Unknown name "const" at \'tools[0].function_declarations[3].parameters\'',
  'GenerateContentRequest.tools[0].function_declarations[0].parameters.properties: should be non-empty for OBJECT type',
])('knows it: %s', (text) => {
  const finding = judge(schemaKeywordRefused, reported(text));
  expect(finding?.cause).toMatch(/JSON Schema/);
  expect(finding?.fixes[0]?.title).toMatch(/Update the server/);
  expect(explainText(text)[0]?.id).toBe('schema-keyword-refused');
});

it.each([
  "can't resolve reference #/$defs/A from id #",
  'Unknown name: carol',
  'tools.3.custom.name: String should match pattern',
])('stays clear: %s', (text) => {
  expect(judge(schemaKeywordRefused, reported(text))).toBeNull();
  expect(explainText(text)[0]?.id).not.toBe('schema-keyword-refused');
});

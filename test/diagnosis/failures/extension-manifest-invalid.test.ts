import {expect, it} from 'vitest';
import {extensionManifestInvalid} from '../../../src/diagnosis/failures/extension-manifest-invalid.ts';
import {explainText} from '../../../src/diagnosis/index.ts';
import {judge} from '../../helpers/judge.ts';

const reported = (text: string) => ({reported: {source: 'pasted' as const, text, cleaned: text}});

it.each([
  'Failed to preview extension: Invalid manifest: server: Required',
  'Error: failed to read manifest.json: unexpected field',
  'Unsupported manifest_version 0.4',
])('knows it: %s', (text) => {
  const finding = judge(extensionManifestInvalid, reported(text));
  expect(finding?.cause).toMatch(/manifest/);
  expect(finding?.fixes[0]?.title).toMatch(/newest/);
  expect(explainText(text)[0]?.id).toBe('extension-manifest-invalid');
});

it.each([
  'manifest for ghcr.io/acme/notes:latest not found',
  'Error: ETARGET: a manifest was requested for version 9',
  'The manifesto is ready',
])('stays clear: %s', (text) => {
  expect(judge(extensionManifestInvalid, reported(text))).toBeNull();
  expect(explainText(text)[0]?.id).not.toBe('extension-manifest-invalid');
});

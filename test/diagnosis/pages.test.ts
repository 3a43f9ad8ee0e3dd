import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {diagnose} from '../../src/diagnosis/engine.ts';
import {FAILURES} from '../../src/diagnosis/failures/index.ts';
import {evidenceFromJson} from '../helpers/evidence.ts';

const PAGES = path.resolve(import.meta.dirname, '../../docs/failures');
const PARTS = ['What you see', 'Why it happens', 'What changes', 'How to be sure'];

/** The text of each part below its headline, and the evidence block. */
const read = (id: string): {parts: readonly string[]; headlines: readonly string[]; evidence: string} => {
  const page = fs.readFileSync(path.join(PAGES, `${id}.md`), 'utf8');
  const body = page.slice(/^---$/m.exec(page)?.index ?? 0);
  const evidence = /```evidence\n([\s\S]*?)```/.exec(body)?.[1] ?? '';
  const [, ...sections] = body.replace(/```evidence[\s\S]*$/, '').split(/^## /m);
  return {
    headlines: sections.map((section) => section.split('\n')[0] ?? ''),
    parts: sections.map((section) => section.split('\n').slice(1).join('\n').trim()),
    evidence,
  };
};

describe('the page of each failure', () => {
  test('no id is there twice', () => {
    const ids = FAILURES.map(({id}) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(FAILURES.map(({id}) => id))('%s: four parts, and evidence whose root cause it is', (id) => {
    const {headlines, parts, evidence} = read(id);
    expect(headlines).toEqual(PARTS);
    for (const part of parts) expect(part.length).toBeGreaterThan(20);
    const {findings, crashed} = diagnose(evidenceFromJson(evidence), FAILURES);
    expect(crashed).toEqual([]);
    expect(findings.map((finding) => finding.id).slice(0, 1)).toEqual([id]);
    expect(findings[0]?.cause).not.toMatch(/undefined|\[object|null\b/);
    expect(findings[0]?.fixes.length).toBeGreaterThan(0);
  });
});

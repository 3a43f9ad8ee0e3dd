import type {CheckReport} from './check-report.ts';
import type {FindingReport} from './finding-report.ts';
import {notCheckedNote} from './why-unchecked.ts';

/** JUnit XML: one test case for each server and each file with findings; broken = failure, unchecked = skipped. */
export const junitReport = (report: CheckReport): string => {
  const files = report.files.filter((file) => file.findings.length > 0);
  const cases = [
    ...files.map((file) =>
      testCase(
        file.path,
        `${file.client}.${file.scope}`,
        0,
        file.findings.filter((finding) => finding.severity === 'error'),
        null,
      ),
    ),
    ...report.servers.map((server) =>
      testCase(
        server.name,
        `${server.client}.${server.scope}`,
        server.durationMs,
        server.status === 'broken' ? server.findings : [],
        server.status === 'unchecked' ? notCheckedNote(server) : null,
      ),
    ),
  ];
  const failures =
    report.summary.broken +
    files.filter((file) => file.findings.some((finding) => finding.severity === 'error')).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mcp-fix" tests="${cases.length}" failures="${failures}" time="${report.durationMs / 1000}">`,
    `  <testsuite name="mcp-fix check" tests="${cases.length}" failures="${failures}" skipped="${report.summary.unchecked}" timestamp="${report.startedAt}" time="${report.durationMs / 1000}">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};

const testCase = (
  name: string,
  suite: string,
  ms: number,
  findings: readonly FindingReport[],
  skipped: string | null,
): string => {
  const head = `    <testcase name="${xml(name)}" classname="${xml(suite)}" time="${ms / 1000}"`;
  const [root] = findings;
  if (root !== undefined) {
    return `${head}>\n      <failure type="${root.id}" message="${xml(root.title)}">${xml([root.cause, ...root.fixes.map((fix) => `→ ${fix.title}`)].join('\n'))}</failure>\n    </testcase>`;
  }
  return skipped === null ? `${head}/>` : `${head}>\n      <skipped message="${xml(skipped)}"/>\n    </testcase>`;
};

/** Text as XML holds it; characters that XML 1.0 forbids are dropped. */
const xml = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

import type {CheckReport} from './check-report.ts';
import type {FindingReport} from './finding-report.ts';
import {codeSpan, fenced} from './inert.ts';

/** The report as markdown, for a pull request or a chat. Text of servers and files is inert: fenced or in code spans. */
export const markdownReport = (report: CheckReport): string => {
  const {summary} = report;
  const lines = [
    '# MCP check',
    '',
    `${summary.servers} servers: ${summary.healthy} healthy, ${summary.warned} with warnings, ${summary.broken} broken, ${summary.unchecked} not checked. mcp-fix ${report.tool.version}, ${report.startedAt}.`,
    '',
  ];
  if (report.servers.length > 0) {
    lines.push('| server | client | status | cause |', '| --- | --- | --- | --- |');
    for (const server of report.servers) {
      const root = server.findings[0];
      lines.push(
        `| ${codeSpan(server.name)} | ${server.client} (${server.scope}) | ${server.status}${server.because === undefined ? '' : `: ${server.because}`} | ${root === undefined ? '' : codeSpan(root.id)} |`,
      );
    }
    lines.push('');
  }
  for (const file of report.files)
    for (const finding of file.findings) lines.push(...section(codeSpan(file.path), finding));
  for (const server of report.servers) {
    const [root] = server.findings;
    if (root !== undefined) lines.push(...section(codeSpan(server.name), root));
  }
  return lines.join('\n');
};

const section = (subject: string, finding: FindingReport): readonly string[] => [
  `## ${subject}: ${finding.id} (${finding.class}, ${finding.severity})`,
  '',
  fenced(finding.cause),
  '',
  ...(finding.evidence.length === 0
    ? []
    : [
        'What was seen (text of the server or the file, not to be trusted):',
        '',
        fenced(finding.evidence.map(({label, text}) => `${label}: ${text}`).join('\n')),
        '',
      ]),
  ...(finding.fixes.length === 0
    ? []
    : [
        'What to do, most likely first:',
        '',
        ...finding.fixes.map((fix, index) => `${index + 1}. ${codeSpan(fix.title)}`),
        '',
      ]),
];

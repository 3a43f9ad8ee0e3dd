import {count} from '../model/count.ts';
import {printableLine} from '../model/printable.ts';
import type {CheckReport, ServerReport} from './check-report.ts';
import type {FindingReport} from './finding-report.ts';
import {whyUnchecked} from './why-unchecked.ts';
import {hanging, wrapped} from './wrapped.ts';

const MARKS = {healthy: '✓', warned: '!', broken: '✗', unchecked: '·'} as const;

/**
 * The report for a person at a terminal: worst first, one paragraph for each server, ends in what to do next. No colour codes.
 * @param columns of the terminal; without one, only causes are broken into lines. Lines to copy from stay whole.
 */
export const textReport = (report: CheckReport, columns = Number.POSITIVE_INFINITY): string => {
  const lines: string[] = [];
  for (const file of report.files) {
    if (file.findings.length === 0) continue;
    lines.push(`${printableLine(file.path)} (${file.client}, ${file.scope})`);
    for (const finding of file.findings) lines.push(...findingLines(finding, true, columns));
    lines.push('');
  }
  for (const server of [...report.servers].sort((a, b) => badness(a) - badness(b)))
    lines.push(...serverLines(server, columns));
  const {summary} = report;
  if (summary.servers === 0 && lines.length === 0) {
    lines.push(
      'No MCP server is configured for this home and project. To try the program on practice servers: mcp-fix demo',
    );
  } else {
    const files = report.files.filter(({findings}) => findings.some(({severity}) => severity === 'error')).length;
    const inFiles = files === 0 ? '' : ` ${count(files, 'file')} with a failure, which can hide servers.`;
    lines.push(
      ...wrapped(
        `${count(summary.servers, 'server')}: ${summary.healthy} healthy, ${summary.warned} with warnings, ${summary.broken} broken, ${summary.unchecked} not checked.${inFiles}`,
        columns,
      ),
    );
    if (summary.broken + files > 0) lines.push('To repair one step by step: mcp-fix');
  }
  return `${lines.join('\n')}\n`;
};

const badness = (server: ServerReport): number => ['broken', 'warned', 'unchecked', 'healthy'].indexOf(server.status);

const serverLines = (server: ServerReport, columns: number): readonly string[] => {
  const about = [server.client, server.scope, server.transport];
  if (server.protocol !== undefined) about.push(`MCP ${server.protocol.version}`);
  if (server.protocol?.tools !== undefined) about.push(count(server.protocol.tools, 'tool'));
  const head = `${MARKS[server.status]} ${printableLine(server.name)} — ${server.status === 'unchecked' ? `not checked: ${whyUnchecked(server)}` : server.status} (${about.join(', ')}; ${server.durationMs} ms)`;
  const lines = [
    ...hanging(head, columns, '  '),
    ...server.findings.flatMap((finding, index) => findingLines(finding, index === 0, columns)),
  ];
  if (server.because === 'untrusted') {
    lines.push(
      `  To check it, approve it in mcp-fix, or: mcp-fix check ${JSON.stringify(server.name)} --trust ${server.digest ?? ''}`,
    );
  }
  return [...lines, ''];
};

/** The whole of the root cause; one line for what else was seen. */
export const findingLines = (
  finding: FindingReport,
  isRoot = true,
  columns = Number.POSITIVE_INFINITY,
): readonly string[] => {
  const head = `  ${finding.severity === 'error' ? '✗' : '!'} ${finding.title} [${finding.class}, ${finding.id}]`;
  if (!isRoot) return hanging(head, columns, '    ');
  const at = finding.location;
  return [
    ...hanging(head, columns, '    '),
    ...wrapped(finding.cause, Math.min(100, columns - 4)).map((line) => `    ${line}`),
    ...(at === undefined ? [] : [`    at ${at.file}:${at.line}:${at.column}`]),
    ...finding.evidence.slice(0, 4).flatMap(({label, text}) =>
      `${label}: ${text}`
        .split('\n')
        .slice(0, 6)
        .map((line) => `    │ ${line}`),
    ),
    ...finding.fixes.slice(0, 3).flatMap((fix, index) => {
      const mark = `    ${index === 0 ? '→' : ' '} `;
      return fix.command === undefined
        ? hanging(mark + fix.title, columns, '      ')
        : [`${mark}${fix.title}: ${fix.command.join(' ')}`];
    }),
    ...(finding.waitingHelps ? ['    Waiting can help here.'] : []),
  ];
};

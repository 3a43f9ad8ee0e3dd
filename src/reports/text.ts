import {printableLine} from '../model/printable.ts';
import type {CheckReport, ServerReport} from './check-report.ts';
import type {FindingReport} from './finding-report.ts';
import {whyUnchecked} from './why-unchecked.ts';

const MARKS = {healthy: '✓', warned: '!', broken: '✗', unchecked: '·'} as const;

/** The report for a person at a terminal: worst first, one paragraph for each server, ends in what to do next. No colour codes. */
export const textReport = (report: CheckReport): string => {
  const lines: string[] = [];
  for (const file of report.files) {
    if (file.findings.length === 0) continue;
    lines.push(`${printableLine(file.path)} (${file.client}, ${file.scope})`);
    for (const finding of file.findings) lines.push(...findingLines(finding));
    lines.push('');
  }
  for (const server of [...report.servers].sort((a, b) => badness(a) - badness(b))) lines.push(...serverLines(server));
  const {summary} = report;
  if (summary.servers === 0 && lines.length === 0) {
    lines.push(
      'No MCP server is configured for this home and project. To try the program on practice servers: mcp-fix demo',
    );
  } else {
    lines.push(
      `${summary.servers} ${summary.servers === 1 ? 'server' : 'servers'}: ${summary.healthy} healthy, ${summary.warned} with warnings, ${summary.broken} broken, ${summary.unchecked} not checked.`,
    );
    if (summary.broken > 0) lines.push('To repair one step by step: mcp-fix');
  }
  return `${lines.join('\n')}\n`;
};

const badness = (server: ServerReport): number => ['broken', 'warned', 'unchecked', 'healthy'].indexOf(server.status);

const serverLines = (server: ServerReport): readonly string[] => {
  const about = [server.client, server.scope, server.transport];
  if (server.protocol !== undefined) about.push(`MCP ${server.protocol.version}`);
  if (server.protocol?.tools !== undefined)
    about.push(server.protocol.tools === 1 ? '1 tool' : `${server.protocol.tools} tools`);
  const head = `${MARKS[server.status]} ${printableLine(server.name)} — ${server.status === 'unchecked' ? `not checked: ${whyUnchecked(server)}` : server.status} (${about.join(', ')}; ${server.durationMs} ms)`;
  const lines = [head, ...server.findings.flatMap((finding, index) => findingLines(finding, index === 0))];
  if (server.because === 'untrusted') {
    lines.push(
      `  To check it, approve it in mcp-fix, or: mcp-fix check ${JSON.stringify(server.name)} --trust ${server.digest ?? ''}`,
    );
  }
  return [...lines, ''];
};

/** The whole of the root cause; one line for what else was seen. */
export const findingLines = (finding: FindingReport, isRoot = true): readonly string[] => {
  const head = `  ${finding.severity === 'error' ? '✗' : '!'} ${finding.title} [${finding.class}, ${finding.id}]`;
  if (!isRoot) return [head];
  const at = finding.location;
  return [
    head,
    ...wrap(finding.cause, 100).map((line) => `    ${line}`),
    ...(at === undefined ? [] : [`    at ${at.file}:${at.line}:${at.column}`]),
    ...finding.evidence.slice(0, 4).flatMap(({label, text}) =>
      `${label}: ${text}`
        .split('\n')
        .slice(0, 6)
        .map((line) => `    │ ${line}`),
    ),
    ...finding.fixes
      .slice(0, 3)
      .map(
        (fix, index) =>
          `    ${index === 0 ? '→' : ' '} ${fix.title}${fix.command === undefined ? '' : `: ${fix.command.join(' ')}`}`,
      ),
    ...(finding.waitingHelps ? ['    Waiting can help here.'] : []),
  ];
};

const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
};

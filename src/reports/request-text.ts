import {count} from '../model/count.ts';
import {printableLine} from '../model/printable.ts';
import type {RequestReport, RequestServerReport} from './request-report.ts';
import {findingLines} from './text.ts';

const MARKS = {healthy: '✓', warned: '!', broken: '✗', unchecked: '·'} as const;

/** The report on a request for a person: the request, then its servers in their order, then what it comes to. */
export const requestText = (report: RequestReport, columns = Number.POSITIVE_INFINITY): string => {
  const {file, servers} = report;
  const lines = [
    `${printableLine(file)}: ${servers.length === 0 ? 'no MCP server' : `${servers.length} MCP ${servers.length === 1 ? 'server' : 'servers'}`}`,
    ...report.findings.flatMap((finding) => findingLines(finding, true, columns)),
    '',
    ...servers.flatMap((server) => serverLines(server, report.degraded !== undefined, columns)),
    ...conclusion(report),
  ];
  return `${lines.join('\n')}\n`;
};

const serverLines = (server: RequestServerReport, isDegrading: boolean, columns: number): readonly string[] => {
  const about = [`mcp_servers[${server.index}], line ${server.line}`];
  if (server.protocol !== undefined) about.push(`MCP ${server.protocol.version}`);
  if (server.protocol?.tools !== undefined) about.push(count(server.protocol.tools, 'tool'));
  const said = server.status === 'unchecked' ? `not checked: ${why(server)}` : server.status;
  const role = server.status === 'broken' ? roleOf(server, isDegrading) : '';
  return [
    `${MARKS[server.status]} ${printableLine(server.name)} — ${said}${role} (${about.join(', ')}; ${server.durationMs} ms)`,
    // Each error is one thing to mend, so each is told whole.
    ...server.findings.flatMap((finding, index) =>
      findingLines(finding, index === 0 || finding.severity === 'error', columns),
    ),
    ...(server.because === 'untrusted' ? [`  Its digest for --trust: ${server.digest ?? ''}`] : []),
    '',
  ];
};

const roleOf = ({dropped, optional}: RequestServerReport, isDegrading: boolean): string =>
  dropped ? ', left out' : optional ? ', optional' : isDegrading ? ', required' : '';

const why = (server: RequestServerReport): string =>
  server.because === 'untrusted' ? 'nobody has approved that it is called' : 'the check was interrupted';

const conclusion = (report: RequestReport): readonly string[] => {
  const {servers, verdict} = report;
  const failing = servers.filter(({status}) => status === 'broken').map(({name}) => quoted(name));
  const lines: string[] = [];
  if (failing.length > 0) {
    lines.push(
      `${failing.length} of ${servers.length} ${failing.length === 1 ? 'fails' : 'fail'}: ${failing.join(', ')}. One such server fails the whole request, and the API's error does not say which.`,
    );
  }
  if (verdict === 'works-without')
    lines.push(
      `Without ${report.dropped.map(quoted).join(', ')} the request would work: it is on standard output, everything else byte for byte.`,
    );
  if (verdict === 'works' && servers.length > 0) lines.push('Every server of the request answers.');
  if (verdict === 'works' && servers.length === 0)
    lines.push('The request names no MCP server, so there is nothing to check.');
  if (verdict === 'fails') lines.push(...whyItFails(report));
  if (verdict === 'unchecked')
    lines.push(
      'Nothing was sent to the servers that are not checked. To ask all servers of this request, add --yes; to ask some, --trust DIGEST.',
    );
  if (servers.some(({steps}) => steps.some(({step, outcome}) => step === 'network' && outcome !== 'skipped')))
    lines.push("The servers were asked from this machine; the API asks them from Anthropic's own network.");
  return lines;
};

const whyItFails = (report: RequestReport): readonly string[] => {
  if (report.obstacles.length > 0)
    return [
      'Leaving out the failing servers is not enough:',
      ...report.obstacles.map((obstacle) => `  ${printableLine(obstacle)}`),
    ];
  const required = report.servers.filter(({status, optional}) => status === 'broken' && !optional);
  if (report.findings.some(({severity}) => severity === 'error'))
    return ['The request itself is wrong: mend what is said above, then run this again.'];
  if (report.degraded === null && required.length > 0)
    return [
      `${required.map(({name}) => quoted(name)).join(', ')} ${required.length === 1 ? 'is' : 'are'} required, so no request is printed.`,
    ];
  return [
    'To get the request without the servers that fail, run it again with --degrade (and --required NAME for those that it needs).',
  ];
};

const quoted = (name: string): string => `"${printableLine(name)}"`;

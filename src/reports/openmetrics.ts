import type {CheckReport} from './check-report.ts';

/** OpenMetrics text: status, time and steps of each server, for a scrape or a textfile collector. Times in seconds. */
export const openMetricsReport = (report: CheckReport): string => {
  const labels = (server: CheckReport['servers'][number], more: Readonly<Record<string, string>> = {}): string =>
    Object.entries({server: server.name, client: server.client, scope: server.scope, ...more})
      .map(([name, value]) => `${name}="${labelText(value)}"`)
      .join(',');
  const lines = ['# TYPE mcp_server_up gauge', '# HELP mcp_server_up 1 when the server works for its client.'];
  for (const server of report.servers) {
    if (server.status !== 'unchecked')
      lines.push(`mcp_server_up{${labels(server)}} ${server.status === 'broken' ? 0 : 1}`);
  }
  lines.push('# TYPE mcp_server_check_seconds gauge', '# UNIT mcp_server_check_seconds seconds');
  for (const server of report.servers)
    lines.push(`mcp_server_check_seconds{${labels(server)}} ${server.durationMs / 1000}`);
  lines.push('# TYPE mcp_server_step_seconds gauge', '# UNIT mcp_server_step_seconds seconds');
  for (const server of report.servers) {
    for (const step of server.steps) {
      if (step.outcome !== 'skipped')
        lines.push(
          `mcp_server_step_seconds{${labels(server, {step: step.step, outcome: step.outcome})}} ${step.durationMs / 1000}`,
        );
    }
  }
  lines.push('# TYPE mcp_server_failure info');
  for (const server of report.servers) {
    const [root] = server.findings;
    if (root !== undefined)
      lines.push(`mcp_server_failure_info{${labels(server, {id: root.id, class: root.class})}} 1`);
  }
  return `${lines.join('\n')}\n# EOF\n`;
};

const labelText = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');

import {pathToFileURL} from 'node:url';
import type {CheckReport} from './check-report.ts';
import type {FindingReport} from './finding-report.ts';
import {notCheckedNote} from './why-unchecked.ts';

/** SARIF 2.1.0, for code scanning: one result for each root cause, at the file and line of the setting. */
export const sarifReport = (report: CheckReport): string => {
  const results = [
    ...report.files.flatMap((file) => file.findings.map((finding) => result(finding, file.path, null))),
    ...report.servers.flatMap((server) =>
      server.findings.slice(0, 1).map((finding) => result(finding, server.file, server.name)),
    ),
  ];
  const ids = [...new Set(results.map(({ruleId}) => ruleId))].sort();
  return `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {driver: {name: report.tool.name, version: report.tool.version, rules: ids.map((id) => ({id}))}},
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: report.servers
                .filter((server) => server.status === 'unchecked')
                .map((server) => ({level: 'note', message: {text: `${server.name}: ${notCheckedNote(server)}`}})),
            },
          ],
          results,
        },
      ],
    },
    null,
    2,
  )}\n`;
};

const result = (finding: FindingReport, file: string, server: string | null) => ({
  ruleId: finding.id,
  level: finding.severity,
  message: {
    text: [
      server === null ? finding.cause : `${server}: ${finding.cause}`,
      ...finding.fixes.slice(0, 1).map((fix) => `What to do: ${fix.title}`),
    ].join('\n'),
  },
  locations: [
    {
      physicalLocation: {
        artifactLocation: {uri: pathToFileURL(finding.location?.file ?? file).href},
        region: {startLine: finding.location?.line ?? 1, startColumn: finding.location?.column ?? 1},
      },
    },
  ],
});

import type {CheckReport} from './check-report.ts';
import type {FindingReport} from './finding-report.ts';
import {notCheckedNote} from './why-unchecked.ts';

/** Workflow commands of GitHub Actions: one annotation for each root cause. */
export const githubReport = (report: CheckReport): string => {
  const lines = [
    ...report.files.flatMap((file) => file.findings.map((finding) => annotation(finding, file.path, file.client))),
    ...report.servers.flatMap((server) =>
      server.findings.slice(0, 1).map((finding) => annotation(finding, server.file, server.name)),
    ),
    // Only a missing yes makes the run end with 3 and can be given: what a client does not use is no news.
    ...report.servers
      .filter((server) => server.because === 'untrusted')
      .map(
        (server) =>
          `::notice file=${property(server.file)},title=${property(server.name)}::${data(notCheckedNote(server))}`,
      ),
  ];
  const {summary} = report;
  return `${[...lines, `${summary.servers === 1 ? '1 server' : `${summary.servers} servers`}: ${summary.healthy} healthy, ${summary.warned} with warnings, ${summary.broken} broken, ${summary.unchecked} not checked`].join('\n')}\n`;
};

const annotation = (finding: FindingReport, file: string, subject: string): string => {
  const at = finding.location;
  const text = [finding.cause, ...finding.fixes.slice(0, 1).map((fix) => `What to do: ${fix.title}`)].join('\n');
  return `::${finding.severity} file=${property(at?.file ?? file)},line=${at?.line ?? 1},title=${property(`${subject}: ${finding.title}`)}::${data(text)}`;
};

/** Escapes as the runner reads them: foreign text cannot end the command or begin another. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

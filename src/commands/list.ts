import {createDigests} from '../clients/index.ts';
import type {FileEvidence} from '../model/evidence.ts';
import type {Host} from '../model/host.ts';
import {printableLine} from '../model/printable.ts';
import type {ServerEntry} from '../model/server.ts';
import type {CheckedFile} from '../reports/check-report.ts';
import {type FindingReport, reportFinding} from '../reports/finding-report.ts';
import type {Arguments} from './arguments.ts';
import {checkFiles, machineOf, openSession} from './session.ts';
import type {Terminal} from './terminal.ts';

/** What `list --json` prints; docs/check-json.md is the contract. */
export interface ListReport {
  readonly schemaVersion: 1;
  readonly files: readonly {
    readonly path: string;
    readonly client: string;
    readonly scope: string;
    readonly format: string;
    readonly exists: boolean;
    /** Other programs of this machine that take servers from it too. */
    readonly alsoReadBy: readonly string[];
    readonly findings: readonly FindingReport[];
  }[];
  readonly servers: readonly ListedServer[];
}

interface ListedServer {
  readonly name: string;
  readonly client: string;
  readonly scope: string;
  readonly file: string;
  readonly transport: ServerEntry['transport'];
  readonly command?: string;
  readonly args?: readonly string[];
  readonly url?: string;
  readonly enabled: boolean;
  readonly because?: string;
  /** '' where nothing that is printed depends on it: `list` for people, of an entry that nobody approved. */
  readonly digest: string;
  readonly approved: boolean;
}

/** `mcp-fix list`: every configured server, from the files alone. Starts nothing, sends nothing. */
export const list = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const session = await openSession(args, host);
  const found = await session.find();
  const checked = new Map(checkFiles(found, host).map((file) => [file.evidence.path + file.evidence.scope, file]));
  const digestOf = createDigests(host);
  // An approval was written down with the entry's names: of another entry the digest can be none of those.
  const approved = new Set(session.approvals.list().map(({name, client, file}) => fileKey(file, client, name)));
  const isDigestShown = (entry: ServerEntry): boolean =>
    args.flag('json') || approved.has(fileKey(entry.file, entry.client, entry.name));
  const servers = await Promise.all(
    found.entries.map(async (entry): Promise<ListedServer> => {
      const shown = found.shownOf(entry);
      const digest = isDigestShown(entry) ? await digestOf(entry) : '';
      const {state} = entry.standing;
      return {
        name: entry.name,
        client: entry.client,
        scope: entry.scope,
        file: entry.file,
        transport: entry.transport,
        ...(shown.command === null ? {} : {command: shown.command, args: shown.args}),
        ...(shown.url === null ? {} : {url: shown.url}),
        enabled: state === 'active',
        ...(state === 'active' ? {} : {because: state}),
        digest,
        approved: session.approvals.isApproved(digest),
      };
    }),
  );
  const report: ListReport = {
    schemaVersion: 1,
    files: found.files.map((file) => ({
      path: file.path,
      client: file.client,
      scope: file.scope,
      format: file.format,
      exists: file.exists,
      alsoReadBy: found.alsoReadBy(file.path),
      findings: checked.get(file.path + file.scope)?.findings.map(reportFinding) ?? [],
    })),
    servers,
  };
  terminal.out(
    args.flag('json')
      ? `${JSON.stringify(report, null, 2)}\n`
      : asText(report, [...checked.values()], machineOf(host).home) + windowsText(found.windowsSide),
  );
  return 0;
};

/** Under WSL the Windows programs have files of their own, which the two sides never share. */
const windowsText = (files: readonly FileEvidence[]): string =>
  files.length === 0
    ? ''
    : [
        'On the Windows side (those programs start their servers on Windows; to check them, run mcp-fix in a Windows terminal):',
        ...files.map(
          (file) =>
            `  ${file.clientName} — ${file.path}: ${file.syntax === null ? file.serverNames.map(printableLine).join(', ') : 'it does not parse'}`,
        ),
        '',
      ].join('\n');

const asText = (report: ListReport, files: readonly CheckedFile[], home: string): string => {
  const lines: string[] = [];
  const byFile = new Map<string, ListedServer[]>();
  for (const server of report.servers) {
    const key = fileKey(server.file, server.client, server.scope);
    const known = byFile.get(key);
    if (known === undefined) byFile.set(key, [server]);
    else known.push(server);
  }
  const alsoReadBy = new Map(
    report.files.map((file) => [fileKey(file.path, file.client, file.scope), file.alsoReadBy]),
  );
  for (const {evidence, findings} of files) {
    const servers = byFile.get(fileKey(evidence.path, evidence.client, evidence.scope)) ?? [];
    if (servers.length === 0 && findings.length === 0) continue;
    lines.push(`${evidence.clientName}, ${evidence.scope} — ${short(evidence.path, home)}`);
    const readers = alsoReadBy.get(fileKey(evidence.path, evidence.client, evidence.scope)) ?? [];
    if (readers.length > 0) lines.push(`  also read by ${readers.join(', ')}`);
    for (const finding of findings) lines.push(`  ${finding.severity === 'error' ? '✗' : '!'} ${finding.cause}`);
    for (const server of servers) {
      const what = server.url ?? [server.command ?? '', ...(server.args ?? [])].join(' ');
      const marks = [
        server.transport,
        ...(server.because === undefined ? [] : [server.because]),
        ...(server.approved ? ['approved'] : []),
      ];
      lines.push(`  ${printableLine(server.name)} (${marks.join(', ')})  ${printableLine(what)}`);
    }
    lines.push('');
  }
  if (lines.length === 0) {
    lines.push(
      'No MCP server is configured for this home and project. These files were looked for:',
      ...report.files.map((file) => `  ${short(file.path, home)}`),
      '',
    );
  } else {
    lines.push(
      `${report.servers.length} servers. Nothing was started and nothing was sent. To ask them: mcp-fix check`,
      '',
    );
  }
  return lines.join('\n');
};

const fileKey = (file: string, client: string, scope: string): string => [file, client, scope].join('\0');

const short = (path: string, home: string): string =>
  home !== '' && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;

import type {FileEvidence} from '../model/evidence.ts';
import {seen} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';
import type {Investigation, ServerStatus, StepReport, UncheckedBecause} from '../model/investigation.ts';
import type {ProviderStatus} from '../model/provider-status.ts';
import type {FileFormat, Transport} from '../model/server.ts';
import {type FindingReport, reportFinding} from './finding-report.ts';

/** What `check --json` prints: docs/check-json.md is the contract. */
export interface CheckReport {
  readonly schemaVersion: 1;
  readonly tool: {readonly name: 'mcp-fix'; readonly version: string};
  readonly startedAt: string;
  readonly durationMs: number;
  readonly summary: {
    readonly servers: number;
    readonly healthy: number;
    readonly warned: number;
    readonly broken: number;
    readonly unchecked: number;
  };
  readonly files: readonly FileReport[];
  readonly servers: readonly ServerReport[];
}

export interface FileReport {
  readonly path: string;
  readonly client: string;
  readonly scope: string;
  readonly format: FileFormat;
  readonly findings: readonly FindingReport[];
}

export interface ServerReport {
  readonly name: string;
  readonly client: string;
  readonly scope: string;
  readonly file: string;
  readonly transport: Transport;
  readonly status: ServerStatus;
  readonly because?: UncheckedBecause;
  readonly digest?: string;
  readonly protocol?: {
    readonly version: string;
    readonly era: 'legacy' | 'modern';
    readonly serverName?: string;
    readonly serverVersion?: string;
    readonly tools?: number;
  };
  readonly steps: readonly StepReport[];
  readonly findings: readonly FindingReport[];
  /** With --status, where it fails as in an outage: what its provider says of itself. */
  readonly providerStatus?: ProviderStatus;
  readonly durationMs: number;
}

/** A file and what is wrong with the file itself. */
export interface CheckedFile {
  readonly evidence: FileEvidence;
  readonly findings: readonly Finding[];
}

/** Puts a check's parts together. `startedAt` and `now` are milliseconds since 1970. */
export const checkReport = (parts: {
  readonly version: string;
  readonly startedAt: number;
  readonly now: number;
  readonly files: readonly CheckedFile[];
  readonly investigations: readonly Investigation[];
  /** By place in `investigations`; none unless they were asked for. */
  readonly statuses?: ReadonlyMap<number, ProviderStatus>;
}): CheckReport => {
  const servers = parts.investigations.map((one, index) => reportServer(one, parts.statuses?.get(index)));
  const count = (status: ServerStatus): number => servers.filter((server) => server.status === status).length;
  return {
    schemaVersion: 1,
    tool: {name: 'mcp-fix', version: parts.version},
    startedAt: new Date(parts.startedAt).toISOString(),
    durationMs: Math.round(parts.now - parts.startedAt),
    summary: {
      servers: servers.length,
      healthy: count('healthy'),
      warned: count('warned'),
      broken: count('broken'),
      unchecked: count('unchecked'),
    },
    files: parts.files.map(({evidence, findings}) => ({
      path: evidence.path,
      client: evidence.client,
      scope: evidence.scope,
      format: evidence.format,
      findings: findings.map(reportFinding),
    })),
    servers,
  };
};

const reportServer = (investigation: Investigation, status: ProviderStatus | undefined): ServerReport => {
  const {entry, evidence, because} = investigation;
  const protocol = protocolOf(investigation);
  return {
    name: entry.name,
    client: entry.client,
    scope: entry.scope,
    file: entry.file,
    transport: seen(evidence, 'entry')?.transport ?? entry.transport,
    status: investigation.status,
    ...(because === undefined ? {} : {because}),
    digest: investigation.digest,
    ...(protocol === undefined ? {} : {protocol}),
    steps: investigation.steps.map((step) => ({...step, durationMs: Math.round(step.durationMs)})),
    findings: investigation.diagnosis.findings.map(reportFinding),
    ...(status === undefined ? {} : {providerStatus: status}),
    durationMs: Math.round(investigation.durationMs),
  };
};

const protocolOf = ({evidence}: Investigation): ServerReport['protocol'] => {
  const handshake = seen(evidence, 'handshake');
  if (handshake?.version == null || handshake.era === null) return undefined;
  const tools = seen(evidence, 'tools');
  return {
    version: handshake.version,
    era: handshake.era,
    ...(handshake.serverName === null ? {} : {serverName: handshake.serverName}),
    ...(handshake.serverVersion === null ? {} : {serverVersion: handshake.serverVersion}),
    ...(tools === undefined ? {} : {tools: tools.count}),
  };
};

/** The contract's exit code: 1 something is broken, 3 something could not be checked, else 0. A shadowed entry is idle by design. */
export const exitCodeOf = (report: CheckReport): 0 | 1 | 3 => {
  const fileBroken = report.files.some((file) => file.findings.some((finding) => finding.severity === 'error'));
  if (fileBroken || report.summary.broken > 0) return 1;
  return report.servers.some((server) => server.status === 'unchecked' && server.because !== 'shadowed') ? 3 : 0;
};

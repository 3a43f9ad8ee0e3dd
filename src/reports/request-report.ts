import type {Finding} from '../model/finding.ts';
import type {Investigation} from '../model/investigation.ts';
import type {ProviderStatus} from '../model/provider-status.ts';
import {checkReport, type ServerReport} from './check-report.ts';
import {type FindingReport, reportFinding} from './finding-report.ts';

/** What `request --json` prints: docs/request.md is the contract. */
export interface RequestReport {
  readonly schemaVersion: 1;
  readonly tool: {readonly name: 'mcp-fix'; readonly version: string};
  readonly startedAt: string;
  readonly durationMs: number;
  readonly file: string;
  readonly verdict: 'works' | 'works-without' | 'fails' | 'unchecked';
  /** What is wrong in the request as a whole. */
  readonly findings: readonly FindingReport[];
  /** In the order of `mcp_servers`. */
  readonly servers: readonly RequestServerReport[];
  /** Names of the servers that were left out, with --degrade. */
  readonly dropped: readonly string[];
  /** Why leaving them out is not enough. */
  readonly obstacles: readonly string[];
  /** With --degrade: the request that would work, or null where there is none. Holds whatever the request holds, tokens too. */
  readonly degraded?: string | null;
}

export interface RequestServerReport extends ServerReport {
  /** Place in `mcp_servers`, from 0. */
  readonly index: number;
  readonly line: number;
  readonly column: number;
  readonly optional: boolean;
  readonly dropped: boolean;
}

export interface RequestReportParts {
  readonly version: string;
  readonly startedAt: number;
  readonly now: number;
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly servers: readonly Investigation[];
  /** By place; none unless they were asked for. */
  readonly statuses?: ReadonlyMap<number, ProviderStatus>;
  readonly isOptional: (name: string) => boolean;
  readonly verdict: RequestReport['verdict'];
  readonly dropped: readonly number[];
  readonly obstacles: readonly string[];
  /** Undefined where nobody asked for it. */
  readonly degraded?: string | null;
}

/** Puts the parts together. `startedAt` and `now` are milliseconds since 1970. */
export const requestReport = (parts: RequestReportParts): RequestReport => {
  const {version, startedAt, now} = parts;
  const asked = parts.statuses === undefined ? {} : {statuses: parts.statuses};
  const checked = checkReport({version, startedAt, now, files: [], investigations: parts.servers, ...asked});
  const servers = checked.servers.map(
    (server, index): RequestServerReport => ({
      ...server,
      index,
      line: parts.servers[index]?.entry.line ?? 1,
      column: parts.servers[index]?.entry.column ?? 1,
      optional: parts.isOptional(server.name),
      dropped: parts.dropped.includes(index),
    }),
  );
  return {
    schemaVersion: 1,
    tool: checked.tool,
    startedAt: checked.startedAt,
    durationMs: checked.durationMs,
    file: parts.file,
    verdict: parts.verdict,
    findings: parts.findings.map(reportFinding),
    servers,
    dropped: servers.filter((server) => server.dropped).map(({name}) => name),
    obstacles: parts.obstacles,
    ...(parts.degraded === undefined ? {} : {degraded: parts.degraded}),
  };
};

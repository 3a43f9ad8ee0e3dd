import {randomBytes} from 'node:crypto';
import type {ChangePreview, Receipt} from '../model/change.ts';
import {count} from '../model/count.ts';
import {type Evidence, seen} from '../model/evidence.ts';
import type {Finding, Fix} from '../model/finding.ts';
import type {Host} from '../model/host.ts';
import {printable, printableLine} from '../model/printable.ts';
import type {FixRecord} from '../model/record.ts';
import {createRedactor} from '../model/redact.ts';
import {fingerprint} from './fingerprint.ts';

export interface RecordParts {
  readonly host: Host;
  readonly subject: {
    readonly name: string;
    readonly client: string;
    readonly clientName: string;
    readonly scope: string;
    readonly file: string;
    readonly transport: string;
  };
  readonly before: Evidence;
  readonly after: Evidence;
  readonly root: Finding;
  readonly fix: Fix;
  readonly preview: ChangePreview | null;
  readonly receipt: Receipt | null;
  readonly proof: {
    readonly ok: boolean;
    readonly tools: number | null;
    readonly by: string;
    readonly ms: number;
  } | null;
  readonly note: string;
  /** Kept unless told otherwise: 'fixed' with a proof, else 'kept'. */
  readonly outcome?: FixRecord['proof']['outcome'];
}

export type UnfinishedRecord = Omit<FixRecord, 'schemaVersion' | 'id' | 'at' | 'environment' | 'fingerprint'>;

/** The record of one change, from what was seen before and after it. */
export const newRecord = (parts: RecordParts): FixRecord => {
  const {subject, before, after, root, fix, preview, receipt, proof} = parts;
  const entry = seen(before, 'entry') ?? seen(after, 'entry');
  const reported = seen(before, 'reported');
  const command = entry?.command == null ? null : [entry.command, ...entry.args].join(' ');
  const tools = proof?.tools ?? seen(after, 'tools')?.count ?? null;
  const unfinished: UnfinishedRecord = {
    title: root.title,
    note: parts.note,
    tags: [root.id, root.class, subject.client],
    server: {
      name: subject.name,
      client: subject.client,
      clientName: subject.clientName,
      scope: subject.scope,
      file: subject.file,
      transport: subject.transport,
      command,
      url: entry?.url ?? null,
    },
    error: {
      text: reported?.text ?? root.evidence[0]?.text ?? root.cause,
      source: reported?.source ?? 'probe',
      trigger: reported?.trigger ?? `mcp-fix asked the server at the step "${root.step}"`,
    },
    failure: {
      id: root.id,
      class: root.class,
      step: root.step,
      title: root.title,
      cause: root.cause,
      evidence: root.evidence,
    },
    disagreed: null,
    change: {
      title: fix.title,
      kind: fix.kind,
      file: preview?.file ?? (fix.kind === 'edit' ? fix.change.file : null),
      line: preview?.line ?? null,
      diff: preview?.diff ?? [],
      command: fix.kind === 'run' ? fix.command : null,
      receipt: receipt?.id ?? null,
    },
    before: root.cause,
    after: afterWords(after, tools),
    proof: {
      outcome: parts.outcome ?? (proof?.ok === true ? 'fixed' : 'kept'),
      by: proof?.by ?? 'the same check again',
      tools,
      ms: proof?.ms ?? 0,
    },
    howToCheck: `mcp-fix check ${JSON.stringify(subject.name)}`,
  };
  return finishRecord(unfinished, {host: parts.host, evidence: after});
};

/** Adds id, time, environment and fingerprint, and takes out what a record must not hold. */
export const finishRecord = (
  unfinished: UnfinishedRecord,
  {host, evidence}: {readonly host: Host; readonly evidence: Evidence},
): FixRecord => {
  const redactor = createRedactor();
  const line = (text: string): string => printableLine(redactor.text(text)).slice(0, 4000);
  const block = (text: string): string => printable(redactor.text(text)).slice(0, 20_000);
  const lineOrNull = (text: string | null): string | null => (text === null ? null : line(text));
  const at = new Date(host.now()).toISOString();
  const {server, error, failure, change, proof} = unfinished;
  const shownServer = {
    name: line(server.name),
    client: server.client,
    clientName: server.clientName,
    scope: server.scope,
    file: server.file,
    transport: server.transport,
    command: lineOrNull(server.command),
    url: lineOrNull(server.url),
  };
  return {
    schemaVersion: 1,
    id: `${at.slice(0, 10).replaceAll('-', '')}-${failure.id}-${randomBytes(3).toString('hex')}`
      .replaceAll(/[^\w-]/g, '-')
      .slice(0, 80),
    at,
    title: line(unfinished.title),
    note: block(unfinished.note),
    tags: unfinished.tags.map(line),
    server: shownServer,
    error: {text: block(error.text), source: error.source, trigger: line(error.trigger)},
    failure: {
      ...failure,
      title: line(failure.title),
      cause: block(failure.cause),
      evidence: failure.evidence.map((item) => ({...item, label: line(item.label), text: block(item.text)})),
    },
    disagreed: unfinished.disagreed,
    change: {
      ...change,
      title: line(change.title),
      diff: change.diff.map(line),
      command: change.command?.map(line) ?? null,
    },
    before: block(unfinished.before),
    after: block(unfinished.after),
    proof,
    environment: environmentOf(host, evidence),
    howToCheck: line(unfinished.howToCheck),
    fingerprint: fingerprint({
      failureId: failure.id,
      serverName: server.name,
      command: shownServer.command,
      url: shownServer.url,
    }),
  };
};

const afterWords = (after: Evidence, tools: number | null): string => {
  const handshake = seen(after, 'handshake');
  if (handshake === undefined) return 'The configuration reads without an error.';
  return tools === null ? 'The server answers.' : `The server answers and lists ${count(tools, 'tool')}.`;
};

const environmentOf = (host: Host, evidence: Evidence): FixRecord['environment'] => {
  const handshake = seen(evidence, 'handshake');
  const name = handshake?.serverName ?? null;
  return {
    mcpFix: host.version,
    os: `${host.platform} ${host.osRelease} ${host.arch}${host.isWsl ? ' (WSL)' : ''}`,
    node: host.node.version,
    commandPath: seen(evidence, 'command')?.resolved ?? null,
    protocol: handshake?.version ?? null,
    server: name === null ? null : [name, handshake?.serverVersion].filter((part) => part != null).join(' '),
  };
};

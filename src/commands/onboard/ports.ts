import path from 'node:path';
import {applyChange, planChange} from '../../clients/edit/index.ts';
import {digestOf} from '../../clients/index.ts';
import {dataFolders, readFileBounded, sha256, writeNewFile, writePrivateFile} from '../../files/index.ts';
import {count} from '../../model/count.ts';
import {seen} from '../../model/evidence.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {printable} from '../../model/printable.ts';
import {UserError} from '../../model/user-error.ts';
import type {OnboardAnswer, OnboardServer} from '../../repair/onboard/need.ts';
import type {OnboardPorts} from '../../repair/onboard/ports.ts';
import {NO_PROGRESS, type OnboardState, type Progress} from '../../repair/onboard/state.ts';
import {onboardMarkdown} from '../../repair/onboard/summary.ts';
import {dataDirOf, handOf, proofOf} from '../attempt.ts';
import type {Session} from '../session.ts';
import {type Look, lookAtSubject} from '../subject.ts';
import {gather} from './gather.ts';

/** The walk's questions, answered by the real world. */
export const onboardPorts = (session: Session, project: string, out: string | null): OnboardPorts => {
  const {host} = session;
  let known: Awaited<ReturnType<typeof gather>> | null = null;
  const list = async (): Promise<readonly OnboardServer[]> => {
    known = await gather(session, project);
    return known.servers;
  };
  return {
    now: host.now,
    list,
    change: async (key, needId, value) => {
      const need = known?.servers.find((server) => server.key === key)?.needs.find((one) => one.id === needId);
      if (known === null || need?.change == null) throw new UserError('This changed meanwhile. Look again.');
      const keptBy = (await session.find()).keeperOf(need.change.file);
      const plan = await planChange(need.change, {host, keptBy, ...(value === null ? {} : {value})});
      if ('refused' in plan) throw new UserError(plan.refused);
      await applyChange(plan, handOf(host));
      const {file} = need.change;
      const warning = known.local.isExposed
        ? ` Git does not ignore it yet: add .claude/settings.local.json to .gitignore.`
        : '';
      return {servers: await list(), note: `Written to ${file}. To take it back: mcp-fix undo.${warning}`};
    },
    prove: async (key, digest, signal) => prove(session, key, digest, signal),
    remember: async (state) => {
      const file = progressFile(session, project);
      if (file !== null) await writePrivateFile(file, `${JSON.stringify(saved(state))}\n`);
    },
    finish: async (state) => {
      const file = out ?? path.join(dataDirOf(host), 'onboarding', `${path.basename(project)}.md`);
      await writeNewFile(
        file,
        onboardMarkdown(state, {
          project: path.basename(project),
          at: new Date(host.now()).toISOString(),
          version: host.version,
        }),
      );
      return file;
    },
  };
};

const prove = async (session: Session, key: string, digest: string, signal: AbortSignal): Promise<OnboardAnswer> => {
  const entry = (await session.find()).entries.find((one) => one.key === key);
  if (entry === undefined) throw new UserError('This server is not in the configuration any more. Look again.');
  if ((await digestOf(entry, session.host)) !== digest)
    throw new UserError('The entry has changed since it was shown. Run mcp-fix onboard again.');
  await session.approvals.approve(digest, {name: entry.name, client: entry.client, file: entry.file});
  const look = await lookAtSubject(session, key, {signal});
  const root = look?.diagnosis.findings.find((one) => one.severity === 'error');
  if (look === null || root !== undefined || look.status === 'broken' || look.status === 'unchecked') {
    const note = root === undefined ? `It could not be looked at (${look?.because ?? 'stopped'}).` : root.cause;
    const asked = look === null ? [] : askedByClient(look);
    if (root !== undefined && asked.length > 0) {
      const {clientName} = entry.rules;
      const lead = `Only ${clientName} knows ${asked.join(' and ')}: it asks you at the first start, and mcp-fix tried without.`;
      return {outcome: 'fails', note: `${lead} Without: ${note}`, todo: `To be sure: start it in ${clientName}.`};
    }
    return {
      outcome: 'fails',
      note,
      todo: `To repair it: mcp-fix wizard ${/^[\w.-]+$/.test(entry.name) ? entry.name : JSON.stringify(entry.name)}`,
    };
  }
  const proof = await proofOf(session, look, signal);
  if (proof?.ok === false) {
    const why = proof.error ?? 'it gives no reason';
    return {outcome: 'fails', note: `A real client (${proof.by}) does not connect: ${why}`, todo: ''};
  }
  const tools = proof?.tools == null ? '' : ` and lists ${count(proof.tools, 'tool')}`;
  return {
    outcome: 'works',
    note: `A real client (${proof?.by ?? 'our own'}) connects${tools}.`,
    todo: entry.rules.reload,
  };
};

/** Values of the entry that its client asks the person for, and keeps. */
const askedByClient = (look: Look): readonly string[] => {
  const variables = seen(look.evidence, 'entry')?.variables ?? [];
  const asked = variables.filter((one) => one.isExpanded && one.syntax.startsWith('${input:'));
  return [...new Set(asked.map(({name}) => JSON.stringify(name)))];
};

/** Where the walk of this project stopped; null where the machine names no home. */
const progressFile = (session: Session, project: string): string | null => {
  const folders = dataFolders(session.host);
  return folders === null
    ? null
    : path.join(folders.data, 'onboarding', `${sha256(Buffer.from(project)).slice(0, 16)}.json`);
};

/** What is kept between runs: what worked, and for which entry. What was put off is asked again. No value is in it. */
const saved = (state: OnboardState): Json => ({
  schemaVersion: 1,
  works: Object.fromEntries(
    Object.entries(state.progress).flatMap(([key, {answer, digest}]) =>
      answer?.outcome === 'works' && digest !== null ? [[key, {digest, note: answer.note}] as const] : [],
    ),
  ),
});

/** What the last run kept; nothing where none was, or where it does not read. */
export const rememberedProgress = async (
  session: Session,
  project: string,
): Promise<Readonly<Record<string, Progress>>> => {
  const file = progressFile(session, project);
  const read = file === null ? null : await readFileBounded(file);
  if (read?.kind !== 'bytes') return {};
  let value: Json;
  try {
    value = JSON.parse(read.bytes.toString('utf8'));
  } catch {
    return {}; // A damaged note costs being asked again, and nothing else.
  }
  const works = isRecord(value) ? value['works'] : undefined;
  if (!isRecord(works)) return {};
  return Object.fromEntries(
    Object.entries(works).flatMap(([key, one]) => {
      if (!isRecord(one)) return [];
      const {digest, note} = one;
      if (typeof digest !== 'string' || typeof note !== 'string') return [];
      return [[key, {...NO_PROGRESS, digest, answer: {outcome: 'works', note: printable(note), todo: ''}}] as const];
    }),
  );
};

import {dataFolders, listEntries, writeNewFile} from '../files/index.ts';
import {seen} from '../model/evidence.ts';
import type {Host} from '../model/host.ts';
import type {Investigation} from '../model/investigation.ts';
import {printableLine} from '../model/printable.ts';
import type {ProviderStatus} from '../model/provider-status.ts';
import {createRedactor, type Redactor} from '../model/redact.ts';
import {EXIT} from '../model/user-error.ts';
import {environmentSecrets} from '../probes/environment-secrets.ts';
import {recentCommits} from '../probes/recent-commits.ts';
import {bundleOf} from '../reports/bundle.ts';
import {reproOf} from '../reports/repro.ts';
import type {Arguments} from './arguments.ts';
import {fromHere} from './from-here.ts';
import {demandAsked, oneServer} from './one-server.ts';
import {providerStatuses, statusChoiceIn} from './provider-status.ts';
import {rerunOf} from './repro.ts';
import {openSession, type Session} from './session.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix bundle SERVER [--out FILE]`: one redacted markdown file for the server's operator. */
export const bundle = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const session = await openSession(args, host);
  const {look} = await oneServer(args, session, terminal);
  demandAsked(look, 'bundle');
  const choice = statusChoiceIn(args, host);
  const statuses = choice.mayAsk ? await providerStatuses([look], {host, choice, signal: terminal.signal}) : null;
  const text = await textOf(session, look, terminal.signal, statuses?.get(0) ?? null);
  const out = args.text('out');
  if (out === undefined) terminal.out(text);
  else {
    const file = fromHere(host, out);
    await writeNewFile(file, text);
    terminal.err(
      `The report is in ${file}. Read it before you send it: it names your server and its configuration file.\n`,
    );
  }
  return terminal.signal.aborted ? EXIT.interrupted : EXIT.healthy;
};

const textOf = async (
  session: Session,
  look: Investigation,
  signal: AbortSignal,
  provider: ProviderStatus | null,
): Promise<string> => {
  const {host} = session;
  const {entry, evidence, diagnosis, steps} = look;
  const redactor = createRedactor([...entry.secrets, ...environmentSecrets(host)]);
  const repro = reproOf(evidence, diagnosis.findings[0] ?? null);
  const ran = 'none' in repro ? null : await rerunOf(session, look, repro, signal);
  const isTracked = seen(evidence, 'entry')?.isTracked === true;
  return bundleOf({
    server: {
      name: printableLine(entry.name),
      clientName: entry.rules.clientName,
      scope: entry.scope,
      transport: entry.transport,
    },
    evidence,
    findings: diagnosis.findings,
    steps,
    repro,
    ran: ran?.words ?? null,
    changes: await changesOf(host, entry.file, redactor),
    commits: isTracked ? await recentCommits(host, entry.file, {redactor, signal}) : [],
    provider,
    machine: {mcpFix: host.version, os: `${host.osRelease} ${host.arch}`, node: host.node.version},
    now: host.now(),
  });
};

const MOST_CHANGES = 5;

/** What mcp-fix itself changed in that file, newest first; from the journal, which holds no values. */
const changesOf = async (host: Host, file: string, redactor: Redactor): Promise<readonly string[]> => {
  const folders = dataFolders(host);
  if (folders === null) return [];
  const entries = await listEntries(folders.data);
  return entries
    .filter((one) => one.file === file)
    .slice(-MOST_CHANGES)
    .reverse()
    .map((one) => printableLine(redactor.text(`${one.at} mcp-fix changed ${one.path.join(' › ')} (${one.state})`)));
};

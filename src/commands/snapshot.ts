import {clientVersions, type Found} from '../clients/index.ts';
import {writeNewFile} from '../files/index.ts';
import type {CommandEvidence} from '../model/evidence.ts';
import type {Host} from '../model/host.ts';
import type {Investigation} from '../model/investigation.ts';
import {createRedactor} from '../model/redact.ts';
import type {ServerEntry} from '../model/server.ts';
import {EXIT} from '../model/user-error.ts';
import {inParallel} from '../probes/in-parallel.ts';
import {lookAtCommand} from '../probes/stdio/look-at-command.ts';
import {type SnapshotServer, snapshotOf} from '../reports/make-snapshot.ts';
import type {Arguments} from './arguments.ts';
import {fromHere} from './from-here.ts';
import {isUnapproved} from './one-server.ts';
import {lookAt, openSession, type Session} from './session.ts';
import type {Terminal} from './terminal.ts';
import {plainValues, valueTagsIn} from './value-tags.ts';

/** `mcp-fix snapshot [--out FILE]`: everything non-secret that decides, to be compared with another machine's. */
export const snapshot = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const tags = valueTagsIn(args, host);
  const session = await openSession(args, host);
  const found = await session.find();
  const looks = await inParallel(
    found.entries,
    (entry): Promise<Investigation> => lookAt(session, found, entry, {signal: terminal.signal}),
    {cores: host.cores},
  );
  if (terminal.signal.aborted) return EXIT.interrupted;
  const servers = await Promise.all(looks.map((look) => snapshotServer(session, found, look)));
  const text = `${JSON.stringify(snapshotOf(host, {files: found.files, servers, versions: await clientVersions(host, found.files), tags}), null, 2)}\n`;
  const out = args.text('out');
  if (out === undefined) terminal.out(text);
  else {
    const file = fromHere(host, out);
    await writeNewFile(file, text);
    terminal.err(`The snapshot is in ${file}. To compare it with another: mcp-fix compare A.json B.json\n`);
  }
  const unasked = looks.filter(isUnapproved).length;
  if (unasked > 0) {
    terminal.err(
      `${unasked} of ${looks.length} servers were not asked, because nobody has approved them: of those it tells the configuration only. To approve them: mcp-fix\n`,
    );
  }
  return EXIT.healthy;
};

/** One server's part of a snapshot, from a look at it. */
export const snapshotServer = async (session: Session, found: Found, look: Investigation): Promise<SnapshotServer> => ({
  evidence: look.evidence,
  entry: found.evidenceOf(look.entry),
  approved: !isUnapproved(look),
  status: look.status,
  findings: look.diagnosis.findings,
  steps: look.steps,
  plain: plainValues(look.entry),
  command: await commandOf(session.host, look.entry),
});

/** Where the command would be found: by reading folders only, so that it may be told of a server that nobody approved. */
const commandOf = async (host: Host, entry: ServerEntry): Promise<CommandEvidence | null> =>
  entry.launch?.kind === 'stdio'
    ? (await lookAtCommand(entry, entry.launch, {host, redactor: createRedactor(entry.secrets)})).evidence
    : null;

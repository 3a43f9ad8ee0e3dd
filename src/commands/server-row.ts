import {digestOf, type Found} from '../clients/index.ts';
import type {Host} from '../model/host.ts';
import type {UncheckedBecause} from '../model/investigation.ts';
import {printableLine} from '../model/printable.ts';
import type {ServerEntry, Standing} from '../model/server.ts';
import type {ApprovalQuestion, ServerRow} from '../repair/answers.ts';
import {clientWords} from './acting-servers.ts';
import type {Session} from './session.ts';
import type {Subject} from './subject.ts';

/** A subject as one line of the first screen, with the question that is asked before it is started or called. */
export const serverRow = async (session: Session, found: Found, subject: Subject): Promise<ServerRow> => {
  if (subject.kind === 'file') {
    const {file} = subject;
    const [first] = file.serverNames;
    const count = file.serverNames.length;
    return {
      key: subject.key,
      kind: 'file',
      name: count === 1 && first !== undefined ? printableLine(first) : fileName(file.path),
      client: file.client,
      clientName: file.clientName,
      scope: file.scope,
      file: file.path,
      line: subject.findings[0]?.location?.line ?? 1,
      transport: 'unknown',
      launch: '',
      alsoReadBy: found.alsoReadBy(file.path),
      standing: null,
      isApproved: true,
      question: {
        digest: '',
        argv: [],
        url: null,
        cwd: null,
        envNames: [],
        headerNames: [],
        headersHelper: null,
        isProjectFile: false,
        mayDownload: false,
      },
    };
  }
  const {entry} = subject;
  const question = await questionOf(session.host, found, entry);
  return {
    key: entry.key,
    kind: 'server',
    name: printableLine(entry.name),
    client: entry.client,
    clientName: clientWords(entry),
    scope: entry.scope,
    file: entry.file,
    line: entry.line,
    transport: entry.transport,
    launch: question.url ?? question.argv.map(asWord).join(' '),
    alsoReadBy: found.alsoReadBy(entry.file),
    // Nothing of it can be started or called from here, so there is nothing to ask.
    standing: entry.launch === null && entry.standing.state === 'active' ? 'client-only' : standingOf(entry.standing),
    isApproved: session.approvals.isApproved(question.digest),
    question,
  };
};

/** Everything that decides what would happen, whole; safety R3. Secrets are masked, names are not. */
const questionOf = async (host: Host, found: Found, entry: ServerEntry): Promise<ApprovalQuestion> => {
  const evidence = found.evidenceOf(entry);
  const isStdio = entry.launch?.kind === 'stdio';
  return {
    digest: await digestOf(entry, host),
    argv: isStdio && evidence.command !== null ? [evidence.command, ...evidence.args] : [],
    url: isStdio ? null : evidence.url,
    cwd: entry.launch?.kind === 'stdio' ? entry.launch.cwd : null,
    // With those that the client's own settings add.
    envNames: [
      ...new Set([...evidence.envNames, ...Object.keys(entry.launch?.kind === 'stdio' ? entry.launch.env : {})]),
    ],
    headerNames: evidence.headerNames,
    headersHelper:
      entry.launch?.kind === 'remote' && entry.launch.headersHelper !== null
        ? printableLine(entry.launch.headersHelper)
        : null,
    isProjectFile: entry.isProjectFile,
    mayDownload: isStdio && mayDownload([evidence.command ?? '', ...evidence.args]),
  };
};

const RUNNERS = /^(npx|bunx|uvx|pipx|pnpx)(\.cmd|\.exe)?$/;
const TWO_WORDS = /^(npm exec|pnpm dlx|yarn dlx|uv run|uv tool|docker run|podman run|bun x|deno run)$/;

const mayDownload = (argv: readonly string[]): boolean => {
  const program = fileName(argv[0] ?? '');
  return (
    RUNNERS.test(program) ||
    TWO_WORDS.test(`${program} ${argv[1] ?? ''}`) ||
    (/^cmd(\.exe)?$/i.test(program) && argv.some((word) => RUNNERS.test(word)))
  );
};

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** A word as a person would type it in a shell. */
const asWord = (word: string): string => (/^[\w@%+=:,./~-]+$/.test(word) ? word : JSON.stringify(word));

const standingOf = (standing: Standing): UncheckedBecause | null => {
  switch (standing.state) {
    case 'disabled':
    case 'rejected':
    case 'not-approved':
      return 'disabled';
    case 'blocked':
      return 'blocked';
    case 'shadowed':
      return 'shadowed';
    default:
      return null;
  }
};

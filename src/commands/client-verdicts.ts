import {digestOf, type Found} from '../clients/index.ts';
import type {Investigation} from '../model/investigation.ts';
import {printableLine} from '../model/printable.ts';
import {askClient, type ClientVerdict, canBeAsked} from '../probes/client-verdict.ts';
import {mayStart, type Session} from './session.ts';

/**
 * What the clients themselves say of the servers that were checked, beside what we say. A client's own list starts its
 * servers, so it is asked only when everything that it would start is approved.
 */
export const clientVerdicts = async (
  session: Session,
  found: Found,
  investigations: readonly Investigation[],
  signal: AbortSignal,
): Promise<string> => {
  const clients = [...new Set(investigations.map(({entry}) => entry.client))];
  const lines = ['What the clients themselves say:'];
  for (const client of clients) {
    const of = investigations.filter(({entry}) => entry.client === client && entry.standing.state === 'active');
    const name = of[0]?.entry.rules.clientName ?? client;
    if (of.length === 0) continue;
    if (!canBeAsked(client)) {
      lines.push(`  ${name} has no command that tells it.`);
      continue;
    }
    const unapproved = await firstUnapproved(session, found, client);
    if (unapproved !== null) {
      lines.push(`  ${name} was not asked: its list starts its servers, and nobody has approved ${unapproved}.`);
      continue;
    }
    const verdict = await askClient(
      client,
      of.map(({entry}) => entry.name),
      {
        host: session.host,
        cwd: session.projectDir ?? session.host.home ?? '.',
        secrets: of.flatMap(({entry}) => entry.secrets),
        signal,
      },
    );
    if (verdict !== null) lines.push(...verdictLines(name, verdict, of));
  }
  return `${lines.join('\n')}\n`;
};

/** Of all that the client would start, not only of what was checked now. */
const firstUnapproved = async (session: Session, found: Found, client: string): Promise<string | null> => {
  for (const entry of found.entries) {
    if (entry.client !== client || entry.standing.state !== 'active') continue;
    if (!mayStart(session, entry, await digestOf(entry, session.host))) return printableLine(entry.name);
  }
  return null;
};

const verdictLines = (name: string, verdict: ClientVerdict, of: readonly Investigation[]): readonly string[] => {
  const {command, outcome, note} = verdict;
  if (outcome === 'not-installed')
    return [`  ${name}: the command ${command.split(' ')[0] ?? ''} is not installed here.`];
  if (outcome !== 'answered')
    return [`  ${name}: ${command} ${outcome === 'no-answer' ? `gave ${note}` : `failed: ${note}`}`];
  return verdict.words.map((one) => {
    const ours = of.find(({entry}) => entry.name === one.name)?.status ?? 'unchecked';
    const isAgreed = (one.word === 'works') === (ours === 'healthy' || ours === 'warned');
    const mark = one.word === 'works' || one.word === 'fails' ? (isAgreed ? 'as we do' : 'other than we do') : one.word;
    return `  ${name} (${command}) on ${one.name}: ${one.says} — ${mark} (${ours})`;
  });
};

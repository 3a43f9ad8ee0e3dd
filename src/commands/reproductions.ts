import type {Investigation} from '../model/investigation.ts';
import {printableLine} from '../model/printable.ts';
import {reproOf} from '../reports/repro.ts';
import {isUnapproved} from './one-server.ts';
import {rerunOf} from './repro.ts';
import type {Session} from './session.ts';

/** For each server with a finding: what to paste elsewhere, and whether it showed the same when it was run. */
export const reproductions = async (
  session: Session,
  investigations: readonly Investigation[],
  signal: AbortSignal,
): Promise<string> => {
  const parts: string[] = [];
  for (const look of investigations) {
    const root = look.diagnosis.findings[0];
    if (root === undefined) continue;
    const head = `${printableLine(look.entry.name)} (${look.entry.client}), outside of mcp-fix:`;
    const made = reproOf(look.evidence, root);
    if ('none' in made) {
      parts.push(`\n${head} ${made.none}\n`);
      continue;
    }
    const isAsked = !isUnapproved(look) && look.status !== 'unchecked' && !signal.aborted;
    const outcome = isAsked ? await rerunOf(session, look, made, signal) : null;
    const said = outcome === null ? 'Not run.' : `${outcome.isSame ? 'Proved' : 'Not proved'}: ${outcome.words}`;
    const set = made.variables.length === 0 ? [] : [`Set first: ${made.variables.join(', ')}`];
    parts.push(`\n${[head, made.text, ...set, ...made.notes, said].join('\n')}\n`);
  }
  return parts.join('');
};

import {digestOf} from '../clients/index.ts';
import type {Finding} from '../model/finding.ts';
import type {Checked} from '../repair/answers.ts';
import type {RepairPorts} from '../repair/ports.ts';
import type {NoRepro, Repro} from '../reports/repro.ts';
import {mayStart, type Session} from './session.ts';
import type {createTurns} from './turns.ts';

const LIMIT_MS = 15_000;

/** The wizard's reproduction: what to paste elsewhere, and whether it shows the same when we do it ourselves. */
export const reproPorts = (
  session: Session,
  turns: ReturnType<typeof createTurns>,
): Pick<RepairPorts, 'reproduce' | 'rerunReproduction'> => ({
  reproduce: async (checked, finding) => {
    const made = await reproductionOf(checked, finding);
    return 'none' in made
      ? {text: null, variables: [], notes: [made.none]}
      : {text: made.text, variables: made.variables, notes: made.notes};
  },
  rerunReproduction: (checked, finding, signal) =>
    turns(checked.key, async () => {
      const made = await reproductionOf(checked, finding);
      if ('none' in made) return {isSame: null, words: ''};
      const entry = (await session.find()).entries.find(({key}) => key === checked.key);
      if (entry === undefined) return {isSame: null, words: 'The server is not in the configuration any more.'};
      const digest = await digestOf(entry, session.host);
      if (digest !== checked.digest)
        return {isSame: null, words: 'The entry has changed since it was looked at. Look again.'};
      if (!mayStart(session, entry, digest) || checked.status === 'unchecked')
        return {isSame: null, words: 'The server was not started either, so there is nothing to compare with.'};
      const {rerun} = await import('../probes/rerun/rerun.ts');
      const outcome = await rerun(entry, checked.evidence, made, {
        host: session.host,
        timeoutMs: Math.min(session.timeoutMs, LIMIT_MS),
        signal,
        minimalEnv: session.minimalEnv,
      });
      return outcome === null
        ? {isSame: null, words: 'The entry names nothing that could be started or called.'}
        : {isSame: outcome.isSame, words: outcome.words};
    }),
});

/** Loads when it is asked for: the first screen can do without. */
const reproductionOf = async (checked: Checked, finding: Finding | null): Promise<Repro | NoRepro> => {
  const {reproOf} = await import('../reports/repro.ts');
  return reproOf(checked.evidence, finding);
};

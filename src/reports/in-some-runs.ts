import type {Finding} from '../model/finding.ts';
import type {Investigation} from '../model/investigation.ts';

/**
 * The one run to show of several of the same server. Where all agree it is the first. Where they do not (some work,
 * or they fail for different reasons) it is one that failed, and its root cause is told as what it is: seen in so many
 * of the runs, with no change proposed before the runs agree.
 */
export const inSomeRuns = (all: readonly [Investigation, ...Investigation[]]): Investigation => {
  const failed = all.filter(({status}) => status === 'broken');
  const roots = new Map<string, Investigation[]>();
  for (const run of failed) {
    const id = run.diagnosis.findings[0]?.id ?? '';
    roots.set(id, [...(roots.get(id) ?? []), run]);
  }
  const [commonest] = [...roots.values()].sort((a, b) => b.length - a.length);
  const shown = commonest?.[0];
  const [root, ...others] = shown?.diagnosis.findings ?? [];
  if (shown === undefined || commonest === undefined || root === undefined) return all[0];
  if (commonest.length === all.length) return all[0];
  const rest = [
    ...(failed.length === all.length ? [] : [`${count(all.length - failed.length)} worked`]),
    ...[...roots.values()]
      .filter((runs) => runs !== commonest)
      .map(
        (runs) => `${count(runs.length)} failed otherwise ("${runs[0]?.diagnosis.findings[0]?.title ?? 'no reason'}")`,
      ),
  ];
  const softened: Finding = {
    ...root,
    title: `In ${commonest.length} of ${all.length} runs: ${root.title}`,
    cause: `The runs disagree: ${rest.join(', ')}. What ${commonest.length === 1 ? 'one run' : `${count(commonest.length)}`} met: ${root.cause}`,
    confidence: 'possible',
    waitingHelps: failed.length < all.length || root.waitingHelps,
    fixes: [
      {
        id: 'look-again',
        title:
          'Change nothing yet: find what differs between the runs (the log of the server at that time, the load, several copies behind one address), and repeat the check',
        kind: 'advice',
      },
      ...root.fixes.map((fix) => ({...fix, title: `If it is always this: ${fix.title}`})),
    ],
  };
  return {...shown, diagnosis: {...shown.diagnosis, findings: [softened, ...others]}};
};

const count = (runs: number): string => `${runs} ${runs === 1 ? 'run' : 'runs'}`;

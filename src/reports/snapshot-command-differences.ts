import type {ServerSnapshot, Snapshot} from './snapshot.ts';
import {differs, type FoundDifference} from './snapshot-found-difference.ts';

/**
 * The same program in another folder decides nothing; that it is not found, or is another program or another release,
 * does. Of a folder list only the folder that has it elsewhere counts.
 */
export const commandDifferences = (
  a: Snapshot,
  b: Snapshot,
  one: ServerSnapshot,
  other: ServerSnapshot,
): readonly FoundDifference[] => {
  const [here, there] = [one.command, other.command];
  if (here === null || there === null) return [];
  const found: FoundDifference[] = [];
  if ((here.resolved === null) !== (there.resolved === null)) {
    found.push({what: 'command', step: 'command', a: here.resolved ?? 'not found', b: there.resolved ?? 'not found'});
    const [has, lacks] = here.resolved === null ? [there.resolved, a] : [here.resolved, b];
    const folder = folderOf(has ?? '');
    if (folder !== '' && !lacks.path.includes(folder)) {
      const [inA, inB] = lacks === a ? ['not on the PATH', 'on the PATH'] : ['on the PATH', 'not on the PATH'];
      found.push({what: `PATH folder ${folder}`, step: 'command', a: inA, b: inB, word: folder});
    }
  } else if (baseOf(here.resolved) !== baseOf(there.resolved))
    found.push(...differs('command', 'command', here.resolved, there.resolved));
  else found.push(...orderDifferences(a, b, here.resolved, there.resolved));
  found.push(...differs('working folder', 'command', here.cwd, there.cwd, here.cwd));
  found.push(...differs('where the command is looked for', 'command', here.source, there.source));
  if (here.runtime !== null && there.runtime !== null && release(here.runtime) !== release(there.runtime))
    found.push({
      what: 'runtime',
      step: 'launch',
      a: here.runtime,
      b: there.runtime,
      word: here.runtime.split(' ')[0] ?? '',
    });
  else if (here.runtime === null || there.runtime === null)
    found.push(...differs('runtime', 'launch', here.runtime ?? 'not found', there.runtime ?? 'not found'));
  return found;
};

const folderOf = (file: string): string => file.replace(/[\\/][^\\/]*$/, '');
const baseOf = (file: string | null): string => (file ?? '').replace(/^.*[\\/]/, '').replace(/\.(?:cmd|exe|bat)$/i, '');

/** 'node 22.1.3' → 'node 22.1': patch releases decide nothing. */
const release = (runtime: string): string => /^\S+ \d+(?:\.\d+)?/.exec(runtime)?.[0] ?? runtime;

/** Both folders are on both PATHs, and the other one wins. */
const orderDifferences = (
  a: Snapshot,
  b: Snapshot,
  here: string | null,
  there: string | null,
): readonly FoundDifference[] => {
  const [mine, yours] = [folderOf(here ?? ''), folderOf(there ?? '')];
  const haveBoth = [a, b].every(({path}) => path.includes(mine) && path.includes(yours));
  if (mine === yours || !haveBoth) return [];
  return differs('order of the PATH', 'command', `${mine} before ${yours}`, `${yours} before ${mine}`);
};

import {type Evidence, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {argumentsOf, askArgument, askVariable} from './launch-fixes.ts';

/** Changes of the places in the entry where a path that the server complains about stands. */
export const pathFixes = (evidence: Evidence, path: string, wish: string): readonly Fix[] => {
  if (path === '') return [];
  const at = argumentsOf(evidence).findIndex((word) => word === path || word.endsWith(`=${path}`));
  if (at >= 0) return [askArgument(evidence, at, 'path', `Set argument ${at + 1} of "args" to a path ${wish}`)];
  const value = seen(evidence, 'entry')?.values.find(
    (one) => one.text === path && one.path[0] === seen(evidence, 'entry')?.rules.fields.env,
  );
  const name = value?.path[1];
  return typeof name === 'string' ? [askVariable(evidence, name, `Set ${name} in "env" to a path ${wish}`)] : [];
};

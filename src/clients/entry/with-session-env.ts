import type {ServerEntry} from '../../model/server.ts';
import type {Candidate} from '../candidate.ts';
import {secretsIn} from './secrets-of.ts';

/** An entry whose client starts it with further variables of its own settings; the entry's own win. */
export const withSessionEnv = (candidate: Candidate, added: Readonly<Record<string, string>>): Candidate => ({
  ...candidate,
  entry: withVariables(candidate.entry, added),
});

/** An entry that is started with further variables; its own win. */
export const withVariables = (entry: ServerEntry, added: Readonly<Record<string, string>>): ServerEntry => {
  if (Object.keys(added).length === 0 || entry.launch?.kind !== 'stdio') return entry;
  const secrets = Object.entries(added).flatMap(([name, text]) => [
    ...secretsIn({path: ['env', name], field: 'env', name, text}, {text, uses: [], values: []}),
  ]);
  return {
    ...entry,
    launch: {...entry.launch, env: {...added, ...entry.launch.env}},
    secrets: [...new Set([...entry.secrets, ...secrets])]
      .filter((secret) => secret !== '')
      .sort((a, b) => b.length - a.length),
  };
};

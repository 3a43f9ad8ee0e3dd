import {type Evidence, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {advise} from './launch-fixes.ts';

const SECONDS = 60;

/** How the client's time limit for the start is raised: in its file where the key's unit is known, else in its words. */
export const raiseLimit = (evidence: Evidence): Fix => {
  const entry = seen(evidence, 'entry');
  const key = entry?.rules.fields.timeout ?? null;
  if (entry === undefined || key === null) return advise('raise-limit', "Raise the client's time limit for the start");
  if (/_sec(?:onds)?$/i.test(key)) {
    const title = `Set "${key}" to ${SECONDS}`;
    const change = {
      file: entry.file,
      path: [...entry.at, key],
      edit: {kind: 'set', value: SECONDS},
      why: 'The server works, and needs longer to start than the client waits.',
    } as const;
    return {id: 'raise-limit', title, kind: 'edit', change};
  }
  return entry.client === 'claude-code'
    ? advise('raise-limit', `Start Claude Code with MCP_TIMEOUT=${SECONDS * 1000} (milliseconds) in its environment`)
    : advise(
        'raise-limit',
        `Raise the time limit for the start in ${entry.rules.clientName} ("${key}"; look up whether it counts seconds or milliseconds)`,
      );
};

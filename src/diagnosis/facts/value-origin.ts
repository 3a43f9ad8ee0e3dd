import path from 'node:path';
import {type EntryEvidence, type Evidence, seen, type VariableReference} from '../../model/evidence.ts';

/** Where the value of a variable or a header comes from when the entry holds a reference and no value. */
export interface ValueOrigin {
  /** 'client': only the client knows it; 'default': the text behind ':-'; 'environment': the environment of the client. */
  readonly from: 'client' | 'default' | 'environment';
  readonly reference: VariableReference;
}

/** Folders, which the client puts in and mcp-fix too. */
const isFolder = ({syntax}: VariableReference): boolean => /workspace|userHome|pathSeparator/.test(syntax);

/**
 * @param field the entry's key for variables or for headers
 * @returns null for a value that stands in the entry itself, and for a name that the entry does not set
 */
export const originOf = (entry: EntryEvidence, field: string, name: string): ValueOrigin | null => {
  const used = entry.variables.filter(
    (one) => one.isExpanded && one.path.length === 2 && one.path[0] === field && one.path[1] === name,
  );
  const asked = used.find((one) => !one.isOfEnvironment && one.isSet && !isFolder(one) && !/\bVAR\b/.test(one.syntax));
  const reference = asked ?? used.find((one) => one.isOfEnvironment);
  if (reference === undefined) return null;
  return {
    from: asked !== undefined ? 'client' : !reference.isSet && reference.hasDefault ? 'default' : 'environment',
    reference,
  };
};

/**
 * The file whose `env` Claude Code puts into the environment of each session (code.claude.com, "Settings"): the person's
 * own for the project, or the user's for a server of every project. Null for other clients, and where it is not known.
 */
export const sessionSettingsOf = (evidence: Evidence): string | null => {
  const entry = seen(evidence, 'entry');
  if (entry?.client !== 'claude-code') return null;
  const {platform, home} = evidence.machine;
  const {basename, dirname, join} = platform === 'win32' ? path.win32 : path.posix;
  const folder = dirname(entry.file);
  const [first, project] = entry.at;
  if (first === 'projects' && typeof project === 'string') return join(project, '.claude', 'settings.local.json');
  if (basename(entry.file) === '.mcp.json' && entry.isProjectFile)
    return join(folder, '.claude', 'settings.local.json');
  if (basename(entry.file) !== '.claude.json') return null;
  return folder === home ? join(folder, '.claude', 'settings.json') : join(folder, 'settings.json');
};

import type {ServerEntry} from '../model/server.ts';
import {UserError} from '../model/user-error.ts';
import {checkFiles, filesHiding, namedEntries, type Session} from './session.ts';
import {fileKey, lookAtSubject, type Subject} from './subject.ts';

/**
 * The subject that a person means by a server's name: the one entry, the first broken one of several (else the first that
 * something is noticed about), or the file that hides it. @throws UserError when there is none
 */
export const pickSubject = async (session: Session, name: string, signal: AbortSignal): Promise<Subject> => {
  const found = await session.find();
  const entries = namedEntries(found, [name]);
  const hiding = filesHiding(checkFiles(found, session.host), name);
  const [only] = entries;
  if (only !== undefined && entries.length === 1 && !hidesBetter(hiding.length, only.standing.state))
    return {kind: 'server', key: only.key, entry: only};
  let noticed: ServerEntry | null = null;
  for (const entry of entries) {
    if (entry.standing.state === 'shadowed') continue;
    const look = await lookAtSubject(session, entry.key, {signal});
    if (look?.status === 'broken') return {kind: 'server', key: entry.key, entry};
    if (look !== null && look.diagnosis.findings.length > 0) noticed ??= entry;
  }
  if (noticed !== null) return {kind: 'server', key: noticed.key, entry: noticed};
  const [file] = hiding;
  if (file !== undefined)
    return {kind: 'file', key: fileKey(file.evidence), file: file.evidence, findings: file.findings};
  if (only !== undefined) return {kind: 'server', key: only.key, entry: only};
  throw new UserError(
    `No client's configuration has a server named ${JSON.stringify(name)}. To see where we looked: mcp-fix list`,
  );
};

/** An entry in a place that no client reads, beside a file that hides the real one. */
const hidesBetter = (files: number, state: string): boolean => files > 0 && state !== 'active';

import path from 'node:path';
import {fileStatus, makePrivateFolder, readFileBounded, sha256, withLock, writeFileSafely} from '../files/index.ts';
import {type Host, pathsOf} from '../model/host.ts';
import type {FixRecord} from '../model/record.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import {LOG_HEAD, recordSection} from './markdown.ts';
import {recordsInSections} from './old-team-file.ts';
import {MARK, markOf, recordIn} from './team-mark.ts';

/** What is read of a team file, and how many records of it. */
const MAX_BYTES = 1024 * 1024;
const MOST_RECORDS = 500;

/** Where a project keeps the fixes of its team. */
export const teamFileOf = (projectDir: string): string => path.join(projectDir, 'docs', 'mcp-fixes.md');

/**
 * The records in the text of a team file, newest first. A section whose mark was taken out is left out; a file without
 * any mark, of an older release or written by hand, is read for what its words say. Never throws.
 */
export const recordsInTeamFile = (text: string): readonly FixRecord[] => {
  const marks = text.split(/\r?\n/).flatMap((line) => MARK.exec(line)?.[1] ?? []);
  const found =
    marks.length === 0
      ? recordsInSections(text, MOST_RECORDS)
      : marks.slice(-MOST_RECORDS).flatMap((data) => recordIn(data) ?? []);
  const byId = new Map(found.map((record) => [record.id, record]));
  return [...byId.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
};

/**
 * The team's records of a project; none where there is no such file, where it cannot be read, is larger than a megabyte,
 * or is a link that leads out of the project.
 */
export const readTeamFile = async (projectDir: string | null, host: Host): Promise<readonly FixRecord[]> => {
  if (projectDir === null) return [];
  const read = await readFileBounded(teamFileOf(projectDir), {maxBytes: MAX_BYTES});
  if (read.kind !== 'bytes' || !(await isInside(projectDir, read.realPath, host))) return [];
  return recordsInTeamFile(read.bytes.toString('utf8'));
};

/** A link of a cloned project may lead anywhere. */
const isInside = async (projectDir: string, real: string, host: Host): Promise<boolean> => {
  const paths = pathsOf(host);
  const inside = paths.relative((await fileStatus(projectDir)).realPath ?? projectDir, real);
  return !inside.startsWith('..') && !paths.isAbsolute(inside);
};

/**
 * Adds a record to the team's file, which is made where there is none; what stands there stays, byte for byte. A record
 * that is there already is not added again. Answers with the path.
 * @throws UserError when it cannot be written
 */
export const addToTeamFile = async (projectDir: string, record: FixRecord, host: Host): Promise<string> => {
  const file = teamFileOf(projectDir);
  const folder = path.dirname(file);
  if (!(await fileStatus(folder)).exists) await makePrivateFolder(folder);
  const demandInside = async (real: string | null): Promise<void> => {
    if (real !== null && !(await isInside(projectDir, real, host)))
      throw new UserError(
        `${file} is a link that leads out of the project, so nothing was added to it.`,
        EXIT.unchecked,
      );
  };
  // Before the lock, which stands beside the file.
  await demandInside((await fileStatus(folder)).realPath);
  return withLock(file, {now: host.now}, async () => {
    for (let tries = 0; tries < 3; tries += 1) {
      const read = await readFileBounded(file, {maxBytes: MAX_BYTES});
      if (read.kind === 'unreadable')
        throw new UserError(`${file} cannot be read (${read.code}), so nothing was added to it.`, EXIT.unchecked);
      if (read.kind === 'bytes') await demandInside(read.realPath);
      const before = read.kind === 'bytes' ? read.bytes : null;
      const text = before?.toString('utf8') ?? LOG_HEAD;
      const lines = text.split(/\r?\n/);
      if (lines.some((line) => recordIn(MARK.exec(line)?.[1] ?? '')?.id === record.id)) return file;
      const end = lines.at(-1) === '' ? '' : '\n';
      const added = `${end}\n${recordSection(record)}\n${markOf(record)}\n`;
      const outcome = await writeFileSafely(file, Buffer.concat([before ?? Buffer.from(text), Buffer.from(added)]), {
        expected: before === null ? null : sha256(before),
        newMode: 0o644,
        uid: host.uid,
      });
      if (outcome.kind === 'written') return file;
    }
    throw new UserError(`${file} is being written by something else. Try again in a moment.`, EXIT.unchecked);
  });
};

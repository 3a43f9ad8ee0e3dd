import path from 'node:path';
import {readFileBounded, writeNewFile} from '../files/index.ts';
import type {Host} from '../model/host.ts';
import {isRecord, type Json} from '../model/json.ts';
import type {FixRecord} from '../model/record.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import {addToTeamFile, teamFileOf, toMarkdown} from '../records/index.ts';

const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Writes the fix log to a file, and answers with a sentence. The `docs/mcp-fixes.md` of a project belongs to a team: what is
 * missing there is added, and what stands there stays. Another file that is there already is replaced only where it is
 * an earlier export of ours, so that nothing of anybody's is lost.
 * @throws UserError where it cannot be written, or holds what we did not write
 */
export const exportLog = async (
  file: string,
  options: {readonly host: Host; readonly records: readonly FixRecord[]; readonly isJson: boolean},
): Promise<string> => {
  const {host, records, isJson} = options;
  const project = path.dirname(path.dirname(file));
  if (!isJson && teamFileOf(project) === file) {
    if (records.length === 0)
      return 'No fix is recorded yet, so there is nothing to add. The wizard saves one when a repair works: mcp-fix';
    for (const record of records.toReversed()) await addToTeamFile(project, record, host);
    return `Every fix of your log is in ${file} now; what stood there is as it was.`;
  }
  const read = await readFileBounded(file, {maxBytes: MAX_BYTES});
  const old = read.kind === 'bytes' ? read.bytes.toString('utf8') : '';
  if (read.kind === 'unreadable' || (old.trim() !== '' && !isOwn(old, options)))
    throw new UserError(
      `${file} is there already and holds more than your fix log, so it is left as it is. Name a new file: mcp-fix log export --out FILE. To add a fix to what a team keeps, name the docs/mcp-fixes.md of a project.`,
      EXIT.usage,
    );
  await writeNewFile(file, isJson ? logJson(records) : toMarkdown(records));
  return `The fix log is in ${file}`;
};

export const logJson = (records: readonly FixRecord[]): string =>
  `${JSON.stringify({schemaVersion: 1, records}, null, 2)}\n`;

/** An earlier export, to the letter: all of it stands in the new one too. */
const isOwn = (
  old: string,
  {records, isJson}: {readonly records: readonly FixRecord[]; readonly isJson: boolean},
): boolean => {
  const ids = isJson
    ? idsIn(old)
    : new Set(old.split(/\r?\n/).flatMap((line) => /^- Record: (.+)$/.exec(line)?.[1] ?? []));
  const then = records.filter(({id}) => ids.has(id));
  return old === (isJson ? logJson(then) : toMarkdown(then));
};

const idsIn = (text: string): ReadonlySet<string> => {
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return new Set();
    throw error;
  }
  const records = isRecord(json) && Array.isArray(json['records']) ? json['records'] : [];
  return new Set(records.flatMap((one) => (isRecord(one) && typeof one['id'] === 'string' ? [one['id']] : [])));
};

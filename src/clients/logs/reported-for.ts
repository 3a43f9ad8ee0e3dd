import {type FolderItem, listFolder, readTail, type Tail} from '../../files/index.ts';
import type {ReportedEvidence} from '../../model/evidence.ts';
import {type Host, pathsOf} from '../../model/host.ts';
import {printable} from '../../model/printable.ts';
import {createRedactor} from '../../model/redact.ts';
import type {ServerEntry} from '../../model/server.ts';
import {jsonLines, type LogLine, textLines} from './log-lines.ts';
import {type LogPlace, logPlaces} from './log-places.ts';
import {newestFailure} from './newest-failure.ts';

/** What is asked of the disk; a value, so that tests can lay out another system's paths. */
export interface LogDisk {
  readonly list: (folder: string) => Promise<readonly FolderItem[]>;
  readonly tail: (path: string) => Promise<Tail | null>;
}

const REAL: LogDisk = {list: listFolder, tail: readTail};

/** Of each `*` the newest few; a log of long ago tells nothing of today. */
const MOST_MATCHES = 6;
const OLDEST_MS = 7 * 24 * 60 * 60_000;

/**
 * The newest failure that the entry's client wrote to its own log, word for word but for secrets; null where it wrote
 * none in the last seven days, or where success came after it. Reads the last 256 KB of a few files; starts nothing.
 */
export const reportedFor = async (
  entry: ServerEntry,
  host: Host,
  disk: LogDisk = REAL,
): Promise<ReportedEvidence | null> => {
  for (const place of logPlaces(entry, host))
    for (const file of await filesOf(place, host, disk)) {
      const tail = await disk.tail(file);
      if (tail === null || host.now() - tail.mtimeMs > OLDEST_MS) continue;
      const lines = linesOf(tail.text, place, entry.name);
      if (lines.length === 0) continue;
      const found = newestFailure(lines);
      // The newest file that speaks of the server decides; its silence on failures is an answer too.
      if (found === null) return null;
      const text = printable(createRedactor(entry.secrets).text(found.text));
      const at = found.atMs === null ? null : new Date(found.atMs).toISOString();
      const trigger = `${entry.rules.clientName} wrote it to its log${at === null ? '' : ` on ${at.slice(0, 16).replace('T', ' at ')} UTC`}.`;
      return {source: 'log', text, cleaned: text, file, at, trigger};
    }
  return null;
};

const linesOf = (text: string, place: LogPlace, name: string): readonly LogLine[] => {
  const lines = place.kind === 'json' ? jsonLines(text) : textLines(text);
  if (place.isOwn) return lines;
  const isNamed = new RegExp(`(?<![\\w-])${literally(name)}(?![\\w-])`, 'i');
  return lines.filter((line) => isNamed.test(line.whole));
};

/** Files that a place means, newest first by name: the names of folders and files begin with their time. */
const filesOf = async (place: LogPlace, host: Host, disk: LogDisk): Promise<readonly string[]> => {
  if (place.path === null) return [];
  const {sep} = pathsOf(host);
  const parts = place.path.split(sep);
  let found = [''];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (!part.includes('*')) {
      found = found.map((folder) => (index === 0 ? part : folder + sep + part));
      continue;
    }
    const form = new RegExp(`^${part.split('*').map(literally).join('.*')}$`);
    const next: string[] = [];
    for (const folder of found)
      for (const item of (await disk.list(folder)).toReversed())
        if ((isLast ? item.isFile && place.isLog(item.name) : item.isFolder) && form.test(item.name))
          next.push(folder + sep + item.name);
    found = isLast ? newestOf(next, sep) : next.slice(0, 200);
  }
  return found;
};

/** By the file's own name, which holds its time; equal names by the folder's. */
const newestOf = (paths: readonly string[], sep: string): string[] => {
  const key = (path: string): string => `${path.slice(path.lastIndexOf(sep) + 1)}\0${path}`;
  const byTime = /\d{4}-\d\d-\d\d/.test(paths[0]?.split(sep).at(-1) ?? '');
  const sorted = byTime ? [...paths].sort((a, b) => (key(a) < key(b) ? 1 : -1)) : [...paths];
  return sorted.slice(0, MOST_MATCHES);
};

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

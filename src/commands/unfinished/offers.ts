import type {Found} from '../../clients/index.ts';
import {backupFile, listEntries} from '../../files/index.ts';
import type {Receipt} from '../../model/change.ts';
import {changeLeft, serverOfRepair, takenUp} from '../../repair/mid-repair.ts';
import type {Unfinished} from '../../repair/state.ts';
import type {Session} from '../session.ts';
import {digestNow} from './digest-now.ts';
import type {Owner} from './owner.ts';
import {dropRepair, isElsewhere, type StoredRepair, storedRepairs} from './store.ts';

/** Repairs of earlier runs for the first screen, and a sentence on each that cannot be taken up any more. */
export interface Offers {
  readonly unfinished: readonly Unfinished[];
  readonly said: string | null;
}

const MOST = 3;
/** A repair that was left longer ago is not offered: nobody remembers it. Its change can still be undone. */
const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * What earlier runs left unfinished among the servers that are found here; those of other projects wait for their own
 * first screen, and those that another run is in the middle of are that run's. What is out of date is dropped, and said.
 */
export const offersOf = async (session: Session, found: Found, dataDir: string, own: Owner): Promise<Offers> => {
  const said: string[] = [];
  const unfinished: Unfinished[] = [];
  for (const repair of await storedRepairs(dataDir)) {
    if (isElsewhere(repair, own)) continue;
    const now = await digestNow(session.host, found, repair.key);
    const isOld = session.host.now() - Date.parse(repair.at) > KEEP_MS;
    if (now === null && !isOld) continue;
    const made = await writtenMeanwhile(dataDir, repair);
    const isSame = now === repair.digest || made !== null;
    const kept = repair.version === session.host.version ? takenUp(repair.text, made) : null;
    if (kept !== null && isSame && !isOld) unfinished.push({id: repair.id, at: repair.at, ...kept});
    else {
      await dropRepair(dataDir, repair.id).catch(() => undefined);
      const left = takenUp(repair.text, made);
      if (left !== null && !isOld) said.push(farewell(left.stage, isSame));
    }
  }
  const isWaiting = ({stage}: Unfinished): boolean => changeLeft(stage) !== null;
  const sorted = unfinished.toSorted((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)));
  return {unfinished: sorted.slice(0, MOST), said: said.length === 0 ? null : said.join(' ')};
};

const farewell = (stage: Unfinished['stage'], isSame: boolean): string => {
  const {name} = serverOfRepair(stage);
  const left = changeLeft(stage);
  const why = isSame ? 'another version of mcp-fix began it' : 'its settings have changed since';
  const undo = left === null ? '' : ` The change in ${left.file} stands; to put it back: mcp-fix undo ${left.id}`;
  return `The repair of ${name} that was not finished is dropped: ${why}.${undo}`;
};

/** The journal's word for a change that was being written when the program ended; null where none was made. */
const writtenMeanwhile = async (dataDir: string, {writes, at}: StoredRepair): Promise<Receipt | null> => {
  if (writes === null) return null;
  const entry = (await listEntries(dataDir)).findLast(
    (one) => one.file === writes && one.at >= at && one.state === 'done',
  );
  return entry === undefined
    ? null
    : {
        id: entry.id,
        file: entry.file,
        backup: backupFile(dataDir, entry.id, 'before'),
        sha256Before: entry.sha256Before ?? '',
        sha256After: entry.sha256After,
        at: entry.at,
      };
};

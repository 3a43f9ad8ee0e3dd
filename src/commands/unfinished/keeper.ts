import {changeLeft, isUndecided, keptOf, serverOfRepair} from '../../repair/mid-repair.ts';
import type {State} from '../../repair/state.ts';
import type {Session} from '../session.ts';
import {isTyped} from '../typed-servers.ts';
import {digestNow} from './digest-now.ts';
import type {Owner} from './owner.ts';
import {dropRepair, isHeldElsewhere, repairId, storeRepair} from './store.ts';

/** Writes down where a repair stands, so that a run that ends in the middle of it loses nothing. */
export interface Keeper {
  /** To be called with each new state; what is new of it is written behind the person's back. */
  readonly see: (state: State) => void;
  /** When everything that was seen is on the disk. */
  readonly settled: () => Promise<void>;
}

/**
 * @param dataDir null where the machine names no home: nothing is kept then
 * @param owner this run; what another one is in the middle of is left to it
 */
export const createKeeper = (session: Session, dataDir: string | null, owner: Owner): Keeper => {
  /** The repair of this run that is in the store. */
  let own: {readonly id: string; readonly mark: string; readonly isUndecided: boolean} | null = null;
  let work: Promise<void> = Promise.resolve();

  // A store that cannot be written costs the offer to go on, and nothing else.
  const then = (next: () => Promise<void>): void => {
    work = work.then(next).catch(() => undefined);
  };

  const drop = (): void => {
    if (own === null || dataDir === null) return;
    const {id} = own;
    own = null;
    then(async () => {
      if (!(await isHeldElsewhere(dataDir, id, owner))) await dropRepair(dataDir, id);
    });
  };

  return {
    see: (state) => {
      if (dataDir === null) return;
      const {stage} = state;
      if (stage.at === 'ended') {
        // Kept or put back on the way out: nothing is left to go on with.
        if (own?.isUndecided === true && stage.left === null) drop();
        return;
      }
      if (stage.at === 'pick' || stage.at === 'done') return drop();
      const kept = keptOf(state);
      if (kept === null || kept.mark === own?.mark || isTyped(kept.key)) return;
      // An older change that nobody judged is not forgotten over a look at the same server.
      if (!isUndecided(stage) && hasChangeLeft(state, kept.key)) return;
      const id = repairId(kept.key);
      own = {id, mark: kept.mark, isUndecided: isUndecided(stage)};
      const text = kept.text();
      const at = new Date(session.host.now()).toISOString();
      then(async () => {
        const digest = await digestNow(session.host, await session.find(), kept.key);
        const {key, writes} = kept;
        if (digest === null || (await isHeldElsewhere(dataDir, id, owner))) return;
        await storeRepair(dataDir, {id, key, digest, at, version: session.host.version, writes, text, owner});
      });
    },
    settled: () => work,
  };
};

const hasChangeLeft = ({unfinished}: State, key: string): boolean =>
  unfinished.some(({stage}) => changeLeft(stage) !== null && serverOfRepair(stage).key === key);

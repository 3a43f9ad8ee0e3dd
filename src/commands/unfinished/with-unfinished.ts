import {serverOfRepair} from '../../repair/mid-repair.ts';
import type {Ports} from '../../repair/ports.ts';
import type {Session} from '../session.ts';
import type {Keeper} from './keeper.ts';
import {offersOf} from './offers.ts';
import type {Owner} from './owner.ts';
import {dropRepair, isHeldElsewhere} from './store.ts';

/** The ports of the repair, with what earlier runs left unfinished beside the list of servers. */
export const withUnfinished = (
  ports: Omit<Ports, 'forget'>,
  options: {
    readonly session: Session;
    readonly keeper: Keeper;
    readonly dataDir: string | null;
    readonly owner: Owner;
    readonly only: string | null;
  },
): Ports => {
  const {session, keeper, dataDir, owner, only} = options;
  return {
    ...ports,
    list: async () => {
      // The repair that just ended is not offered again.
      await keeper.settled();
      const list = await ports.list();
      if (dataDir === null) return list;
      const {unfinished, said} = await offersOf(session, await session.find(), dataDir, owner);
      const wanted = unfinished.filter(({stage}) => only === null || serverOfRepair(stage).name === only);
      return {...list, unfinished: wanted, said};
    },
    forget: async (id) => {
      if (dataDir !== null && !(await isHeldElsewhere(dataDir, id, owner))) await dropRepair(dataDir, id);
    },
  };
};

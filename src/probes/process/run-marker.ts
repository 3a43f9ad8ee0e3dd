import {randomBytes} from 'node:crypto';

/** The variable by which every process of a run is found again, also one that left our group with `setsid`. */
export const MARKER = 'MCP_FIX_RUN';

/** The same for all processes of this run of mcp-fix; the supervisor looks for it. */
export const RUN = randomBytes(9).toString('hex');

let count = 0;

/** A mark for one started server: begins with the run's. */
export const nextMark = (): string => {
  count += 1;
  return `${RUN}.${count}.`;
};

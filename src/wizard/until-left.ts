import type {Mounted} from './mount.ts';

/**
 * Waits until the person leaves a screen, and gives the terminal back.
 * @param on `stop` is called when the input ends or somebody asks from outside that we stop
 * @returns the exit code; 130 where Ink gave up by itself
 */
export const untilLeft = async (
  ended: Promise<number>,
  screen: Mounted,
  on: {readonly stdin: NodeJS.ReadStream; readonly signal: AbortSignal; readonly stop: () => void},
): Promise<number> => {
  const {stdin, signal, stop} = on;
  signal.addEventListener('abort', stop);
  stdin.once('end', stop);
  if (signal.aborted) stop();
  try {
    return await Promise.race([ended, screen.gone.then(() => 130)]);
  } finally {
    signal.removeEventListener('abort', stop);
    stdin.removeListener('end', stop);
    screen.close();
  }
};

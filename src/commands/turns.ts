/** Lets at most `limit` looks run at a time, and never two of one key: the later one waits for the end of the earlier. */
export const createTurns = (limit: number): (<T>(key: string, work: () => Promise<T>) => Promise<T>) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  const lastOf = new Map<string, Promise<unknown>>();

  const enter = async (): Promise<void> => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
  };
  const leave = (): void => {
    running -= 1;
    waiting.shift()?.();
  };

  return (key, work) => {
    const before = lastOf.get(key) ?? Promise.resolve();
    const turn = before.then(enter).then(work).finally(leave);
    lastOf.set(
      key,
      turn.catch(() => undefined),
    );
    return turn;
  };
};

/**
 * Works on all items, a few at a time: twice the cores, at least 4 and at most 8. More gains nothing at the cores'
 * limit and makes every single server look slow. Answers stand in the order of the items; the first error rejects.
 */
export const inParallel = async <T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
  {cores}: {readonly cores: number},
): Promise<readonly R[]> => {
  const limit = Math.min(8, Math.max(4, 2 * cores));
  const answers = new Array<R>(items.length);
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) answers[index] = await work(item, index);
  };
  await Promise.all(Array.from({length: Math.min(limit, items.length)}, worker));
  return answers;
};

/**
 * Whether one of the tests finds the fault. A test that fails counts only when, alone, it fails a second time with the
 * fault awake and passes with all faults asleep; one that does not is named as doubted, and the others are asked.
 * @param run (is the fault awake, tests) → {tests: those that failed, by: their name}, or null when all have passed
 */
export const confirmed = async (tests, run) => {
  const doubted = [];
  let left = tests;
  while (left.length > 0) {
    const found = await run(true, left);
    if (found === null) break;
    const again = await run(true, found.tests);
    const asleep = again === null ? null : await run(false, found.tests);
    if (again !== null && asleep === null)
      return {killed: true, by: found.by, finders: found.tests.map(({id}) => id), doubted};
    doubted.push(`${found.by} (${again === null ? 'fails only once' : 'fails without the fault'})`);
    const out = new Set(found.tests);
    left = left.filter((test) => !out.has(test));
  }
  return {killed: false, by: null, doubted};
};

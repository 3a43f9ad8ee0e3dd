import {advise, setVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {wasGiven} from '../facts/launch-variables.ts';

export const outOfMemory = defineSaidFailure({
  id: 'out-of-memory',
  title: 'The server runs out of memory',
  patterns: [
    /JavaScript heap out of memory/,
    /Reached heap limit|near heap limit Allocation failed/,
    /java\.lang\.OutOfMemoryError[^\n]*/,
    /fatal error: runtime: (?:out of memory|cannot allocate memory)/,
    /^MemoryError\b/m,
    /memory allocation of \d+ bytes failed/,
    /Cannot allocate memory|std::bad_alloc|OutOfMemoryException/,
    // PHP, Ruby, V8 outside of its heap, Bun and Zig.
    /Allowed memory size of \d+ bytes exhausted/,
    /\bNoMemoryError\b|Fatal JavaScript out of memory|panic: (?:out of memory|OutOfMemory)/,
  ],
  remedies: [
    'Give it more memory: NODE_OPTIONS=--max-old-space-size=4096 for Node, -Xmx for Java',
    'Let it load less data',
  ],
  cause: ({match}) => `The server used up the memory that it may have: "${match}".`,
  fixes: ({match}, evidence) => [
    ...(/JavaScript|heap limit/.test(match) && !wasGiven(evidence, 'NODE_OPTIONS')
      ? [setVariable(evidence, 'NODE_OPTIONS', '--max-old-space-size=4096')]
      : []),
    advise(
      'less-data',
      'Let the server load less (fewer folders, a smaller index), or run it on a machine with more memory',
    ),
  ],
});

import fs from 'node:fs';
import path from 'node:path';

/**
 * Whether a fault is one that no input can tell from the source: those of equivalent.json, each with its reason. One is
 * known by its file, the line that it stands in (as it is written), the text that it replaces and its own: a change of
 * any of them brings it back to be judged.
 */
export const equivalentsOf = (root) => {
  const listed = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'equivalent.json'), 'utf8'));
  const known = new Set(listed.map(({file, at, code, text}) => JSON.stringify([file, at, code, text])));
  const sources = new Map();
  return ({file, start, end, line, text}) => {
    if (!sources.has(file)) sources.set(file, fs.readFileSync(path.join(root, file), 'utf8'));
    const source = sources.get(file);
    const at = source.split('\n')[line - 1].trim();
    return known.has(JSON.stringify([file, at, source.slice(start, end), text]));
  };
};

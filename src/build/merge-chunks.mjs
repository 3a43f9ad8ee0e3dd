import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';

const nameOf = (output) => path.basename(output);

/** The files that a file brings along when it is loaded, itself included. */
const closureOf = (name, outputs, seen = new Set()) => {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const {path: to, kind, external} of outputs.get(name).imports)
    if (kind === 'import-statement' && !external) closureOf(nameOf(to), outputs, seen);
  return seen;
};

/** Smaller than this it costs more to find a chunk than to read it: such go into the first layer. */
const TINY = 4096;

/**
 * Names of chunks in layers, each of which imports from earlier ones alone: first what the first source brings along and
 * what is tiny, what the second brings along, then by which of the others do. What a chunk imports is brought along by at
 * least the same sources, so no ring comes about.
 */
const layersOf = (byName, sources) => {
  const [first, second, ...others] = sources.map((source) => {
    const from = [...byName.keys()].find((name) => byName.get(name).entryPoint === source);
    if (from === undefined) throw new Error(`${source} is no entry of the build any more: look at the layers`);
    return closureOf(from, byName);
  });
  const isTiny = (name) =>
    [...closureOf(name, byName)].every(
      (one) => byName.get(one).bytes < TINY && byName.get(one).entryPoint === undefined,
    );
  const layerOf = (name) => {
    const by = others.map((closure) => (closure.has(name) ? '1' : '0')).join('');
    const isWanted = second.has(name) || by.includes('1');
    if (first.has(name) || (isWanted && isTiny(name))) return 'first';
    return second.has(name) ? 'second' : isWanted ? by : null;
  };
  const layers = new Map([
    ['first', []],
    ['second', []],
  ]);
  for (const [name, {entryPoint}] of byName) {
    const layer = entryPoint === undefined ? layerOf(name) : null;
    if (layer !== null) layers.set(layer, [...(layers.get(layer) ?? []), name]);
  }
  const {first: base, second: reading, ...rest} = Object.fromEntries(layers);
  const count = (by) => by.replaceAll('0', '').length;
  const ordered = Object.entries(rest).sort(([a], [b]) => count(b) - count(a) || (a < b ? -1 : 1));
  return [base, reading, ...ordered.map(([, chunks]) => chunks)].filter((chunks) => chunks.length > 1);
};

/** What is imported from a chunk is imported from the layer that took it in, under its longer name there. */
const redirected = (text, homes) =>
  text.replaceAll(/^import (?:\{([^}]*)\} from )?"\.\/([^"]+)";$/gm, (statement, names, from) => {
    const home = homes.get(from);
    if (home === undefined) return statement;
    if (names === undefined) return `import "./${home.file}";`;
    const renamed = names.split(',').map((one) => {
      const [name, local = name] = one.trim().split(' as ');
      return `  ${home.prefix}_${name} as ${local}`;
    });
    return `import {\n${renamed.join(',\n')}\n} from "./${home.file}";`;
  });

/**
 * Puts chunks that are always loaded together into one file. esbuild makes a chunk for each set of entries, and Node takes
 * half a millisecond for each file.
 * @param dist the folder of the build
 * @param outputs the metafile's
 * @param sources paths of the entries that count; what the first two bring along is taken to be loaded always
 */
export const mergeChunks = async (dist, outputs, sources) => {
  const byName = new Map(Object.entries(outputs).map(([output, about]) => [nameOf(output), about]));
  const homes = new Map();
  for (const chunks of layersOf(byName, sources)) {
    const prefixes = new Map(chunks.map((name, index) => [name, `m${index}`]));
    const contents = chunks.map((name) => {
      const names = byName.get(name).exports.map((one) => `${one} as ${prefixes.get(name)}_${one}`);
      return names.length === 0 ? `import "./${name}";` : `export {${names.join(', ')}} from "./${name}";`;
    });
    const inside = new Set(chunks.map((name) => `./${name}`));
    const built = await esbuild.build({
      absWorkingDir: dist,
      legalComments: 'inline',
      stdin: {contents: contents.join('\n'), resolveDir: dist, loader: 'js'},
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'warning',
      plugins: [
        {
          name: 'this-layer',
          setup(build) {
            build.onResolve({filter: /^\.\//}, ({path: to}) =>
              inside.has(to) ? undefined : {path: to, external: true},
            );
            // Which source a piece comes from is kept: esbuild drops all comments but those that are marked.
            build.onLoad({filter: /./}, ({path: file}) => ({
              contents: fs.readFileSync(file, 'utf8').replaceAll(/^\/\/ (?=(?:src|node_modules)\/)/gm, '//! '),
            }));
          },
        },
      ],
    });
    const whole = built.outputFiles[0].text.replaceAll(/^\/\/! (?=(?:src|node_modules)\/)/gm, '// ');
    const text = redirected(whole, homes);
    const file = `layer-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.mjs`;
    fs.writeFileSync(path.join(dist, file), text);
    for (const name of chunks) homes.set(name, {file, prefix: prefixes.get(name)});
  }
  for (const name of homes.keys()) fs.rmSync(path.join(dist, name));
  for (const name of byName.keys()) {
    if (homes.has(name)) continue;
    const file = path.join(dist, name);
    fs.writeFileSync(file, redirected(fs.readFileSync(file, 'utf8'), homes));
  }
};

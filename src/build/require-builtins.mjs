const HEAD =
  "import {createRequire as __createRequire} from 'node:module';\nconst require = __createRequire(import.meta.url);\n";

/**
 * A file of the build that asks for Node's own modules as `require` does. An `import` of one first reads every name that it
 * exports, and some of those start half of Node: `node:process` alone makes three streams, 6 ms of each start.
 */
export const requireBuiltins = (text) => {
  const asked = [];
  const rest = text.replaceAll(
    /^import (?:(\w+)|\* as (\w+)|\{([^}]*)\}) from "(node:[\w/]+)";$/gm,
    (_statement, whole, all, names, name) => {
      const from = name === 'node:process' ? 'globalThis.process' : `require("${name}")`;
      const wanted = names === undefined ? (whole ?? all) : `{${names.replaceAll(' as ', ': ').trim()}}`;
      asked.push(`const ${wanted} = ${from};\n`);
      return '';
    },
  );
  const body = asked.join('') + rest;
  return /\brequire\b/.test(body) ? HEAD + body : body;
};

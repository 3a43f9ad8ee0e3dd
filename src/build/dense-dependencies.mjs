import esbuild from 'esbuild';

/** The line that esbuild writes before each source file; a path that leads out of the project is a linked package's. */
const SOURCE = /^\/\/ (?=(?:\.\.\/)*(?:src|node_modules|[\w.-]+\/)\S+$)/m;

const isDependency = (piece) => /^(?:\S*\/)?node_modules\//.test(piece);

/**
 * A file of the build whose dependencies are written without white space, and are a third smaller so. Our own code stays
 * as it is: whoever reads what runs on the machine, or a stack trace, reads that.
 * @param text JavaScript of a chunk, with a comment before each source
 */
export const denseDependencies = (text) =>
  text
    .split(SOURCE)
    .map((piece, index) =>
      index > 0 && isDependency(piece) ? `// ${dense(piece)}` : index > 0 ? `// ${piece}` : piece,
    )
    .join('');

const dense = (piece) => {
  const [, name, code, exported] = /^(.*)\n([\s\S]*?)(\nexport \{[^}]*\};\s*)?$/.exec(piece);
  const options = {loader: 'js', target: 'node20', minifyWhitespace: true, legalComments: 'none', logLevel: 'silent'};
  return `${name}\n${esbuild.transformSync(code, options).code}${exported ?? ''}`;
};

import type {FileFormat} from '../../src/model/server.ts';

const LISTS = '['.repeat(100_000);
const OBJECTS = '{"a":'.repeat(20_000);

/**
 * The corpus of past failures: brackets that a hasty look took for text, behind a quotation mark that is none. Each brought
 * a parser out of stack or out of time.
 */
export const HIDDEN: readonly (readonly [FileFormat, string])[] = [
  ['jsonc', `/*"*/${LISTS}`],
  ['jsonc', `/*"*/${OBJECTS}`],
  ['jsonc', `//"\n${LISTS}`],
  ['jsonc', `//"\r${LISTS}`],
  ['jsonc', `["\\"", ${LISTS}`],
  ['jsonc', '[}'.repeat(100_000)],
  ['jsonc', '{]'.repeat(100_000)],
  ['json', `"\n${LISTS}`],
  ['json', '[}'.repeat(100_000)],
  ['json', `${']'.repeat(1000)}${LISTS}`],
  ['toml', `a = ['"', ${LISTS}`],
  ['toml', `a = ['"', ${'{a='.repeat(20_000)}`],
  ['toml', `# "\na = ${LISTS}`],
  ['toml', `a = '''\n"'''\nb = ${LISTS}`],
  ['toml', `a = """\n'\\""""\nb = ${LISTS}`],
  ['toml', `a = "\nb = ${LISTS}`],
  ['toml', `a = 1 # ${']'.repeat(1000)}\nb = ${LISTS}`],
  ['toml', `${'a.'.repeat(20_000)}b = 1`],
  ['toml', `[${'a.'.repeat(20_000)}b]`],
  ['yaml', `a: ['"', ${LISTS}`],
  ['yaml', `# ${']'.repeat(1000)}\na: ${LISTS}`],
  ['yaml', `a: x"\nb: ${LISTS}`],
  ['yaml', `a: ${'{a: '.repeat(20_000)}`],
  ['yaml', '- '.repeat(20_000)],
  ['yaml', '? '.repeat(20_000)],
  ['yaml', `${'- '.repeat(20_000)}a`],
  ['yaml', Array.from({length: 1000}, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
  // Levels that no bracket and no indentation shows.
  ['yaml', `a: ${'?\t'.repeat(16_000)}`],
  ['yaml', `a:${' :'.repeat(16_000)}`],
  ['yaml', '\ta: '.repeat(8000)],
];

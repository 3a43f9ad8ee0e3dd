import {Lexer} from 'yaml';
import {MAX_DEPTH} from './json-depth.ts';

/**
 * The YAML text nests deeper than `MAX_DEPTH`. Whether a bracket is one depends in YAML on all that stands before it, so
 * where there are many the parser's own lexer, which does not call itself, says which of them are. Linear.
 */
export const isYamlTooDeep = (text: string): boolean => isIndentedTooDeep(text) || isFlowTooDeep(text);

/** Blocks nest by the columns in which their lines, or the `-`, `?` and `:` before them, begin: two in a column at most. */
const isIndentedTooDeep = (text: string): boolean => {
  const columns: number[] = [];
  for (const [head = ''] of text.matchAll(/^[ \t]*(?:[-?:][ \t]+)*(?=[^ \t\r\n])/gm)) {
    for (let at = 0; at <= head.length; at += 1) {
      if (at < head.length && /[ \t]/.test(head[at] ?? '')) continue;
      while ((columns.at(-1) ?? -1) > at) columns.pop();
      if ((columns.at(-1) ?? -1) < at) columns.push(at);
    }
    if (2 * columns.length > MAX_DEPTH) return true;
  }
  return false;
};

const isFlowTooDeep = (text: string): boolean => {
  if (!hasManyBrackets(text)) return false;
  let lists = 0;
  let maps = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[') lists += 1;
    else if (token === '{') maps += 1;
    else if (token === ']') lists = Math.max(0, lists - 1);
    else if (token === '}') maps = Math.max(0, maps - 1);
    if (lists + maps > MAX_DEPTH) return true;
  }
  return false;
};

const hasManyBrackets = (text: string): boolean => {
  let count = 0;
  for (let at = 0; at < text.length && count <= MAX_DEPTH; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) count += 1;
  }
  return count > MAX_DEPTH;
};

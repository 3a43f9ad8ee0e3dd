import {Composer, type Document, Lexer, Parser} from 'yaml';
import {MAX_DEPTH, MAX_PARTS, type Refused} from './limits.ts';

/** What stands around the outermost list or map: the document, and its first block. */
const AROUND = 2;

/** The lexer's own sign before each plain text. */
const SCALAR_FOLLOWS = '\u001f';

/**
 * A YAML text as a document, or why nobody should parse it. The library builds nodes by calling itself, and a few
 * kilobytes of `a: ?\t?\t…` would end the program; so the parser below, which does not, is watched while it works: how
 * deep it stands, and how much it has read. Of several documents the first: the front matter of a Markdown file is one.
 */
export const parsedYaml = (whole: string): Document.Parsed | Refused => {
  const text = firstDocument(whole);
  const parser = new Parser();
  const tokens = [];
  let parts = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (lexeme !== SCALAR_FOLLOWS && !lexeme.startsWith(' ')) parts += 1;
    if (parser.stack.length > MAX_DEPTH + AROUND) return 'too-deep';
    if (parts > MAX_PARTS) return 'too-much';
  }
  tokens.push(...parser.end());
  // Each pretty message quotes its line: many of them in one long line would take time in its square.
  const composer = new Composer({uniqueKeys: false, logLevel: 'silent', prettyErrors: false});
  for (const document of composer.compose(tokens, true, text.length)) return document;
  throw new Error('a text without any document');
};

/** Up to the mark that ends the first document. What stands behind it may be no YAML at all. */
const firstDocument = (text: string): string => {
  // Comments, directives and one mark may come first.
  const start = /^\ufeff?(?:[ \t]*(?:#.*)?\r?\n|%.*\r?\n)*(?:---(?=\s))?/.exec(text)?.[0].length ?? 0;
  const end = /^(?:---|\.\.\.)(?=\s|$(?![\s\S]))/m.exec(text.slice(start));
  return end === null || (start === 0 && end.index === 0) ? text : text.slice(0, start + end.index);
};

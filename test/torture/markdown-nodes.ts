import MarkdownIt from 'markdown-it';

/** What a renderer of CommonMark with GitHub's tables, strike-through and bare links makes of a text. */
export interface Nodes {
  /** Every block by its kind, with how often it stands there. */
  readonly blocks: ReadonlyMap<string, number>;
  /** Inline nodes that are neither text, nor code, nor a line end: links, images, HTML, emphasis. */
  readonly live: readonly string[];
  /** The words that stand outside of code. */
  readonly texts: readonly string[];
  /** The languages that fences name. */
  readonly languages: readonly string[];
  /** The content of all code. */
  readonly code: readonly string[];
}

const parser = new MarkdownIt('default', {html: true, linkify: true});
// GitHub makes no link of a bare name (README.md); what begins with www. is looked for in the texts.
parser.linkify.set({fuzzyLink: false});

const CALM = new Set(['text', 'code_inline', 'softbreak']);

export const nodesOf = (markdown: string): Nodes => {
  const blocks = new Map<string, number>();
  const live: string[] = [];
  const texts: string[] = [];
  const languages: string[] = [];
  const code: string[] = [];
  for (const token of parser.parse(markdown, {})) {
    if (token.type !== 'inline') {
      if (token.nesting >= 0) blocks.set(token.type, (blocks.get(token.type) ?? 0) + 1);
      if (token.type === 'fence') languages.push(token.info);
      if (token.type === 'fence' || token.type === 'code_block') code.push(token.content);
      continue;
    }
    for (const child of token.children ?? []) {
      if (child.type === 'code_inline') code.push(child.content);
      else if (child.type === 'text') texts.push(child.content);
      if (!CALM.has(child.type)) live.push(`${child.type} ${child.content}`);
    }
  }
  return {blocks, live, texts, languages, code};
};

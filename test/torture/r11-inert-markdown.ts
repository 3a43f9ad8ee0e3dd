import {toMarkdown} from '../../src/records/markdown.ts';
import {codeSpan, fenced} from '../../src/reports/inert.ts';
import {aRecord} from './a-record.ts';
import {below, few, type Outcome, pick, randomOf, scaled, type Trial, type TrialOptions} from './trial.ts';

/** What would be markup anywhere but in code. */
const PIECES: readonly string[] = [
  '# Heading',
  '\n## Heading\n',
  '\nHeading\n===\n',
  '```',
  '~~~',
  '````js\n',
  '`',
  '``',
  '[a](https://x.example)',
  '![a](https://x.example/p.png)',
  '<https://x.example>',
  '<img src=x>',
  '<script>',
  '<!--',
  '-->',
  '@someone',
  '#123',
  '\n- item',
  '\n> quote',
  '\n1. item',
  '|',
  '\n| a | b |\n|---|---|\n',
  '\\',
  '\\`',
  '\n\n',
  '\r',
  '\r\n',
  '\u2028',
  '\n    ',
  '\t',
  '&lt;',
  '---',
  '\n---\n',
  '$$',
  '[^1]',
  '[a]: https://x.example',
  '\u0000',
  '\u202e',
  'word ',
  ' ',
];

const LIVE = /[[\]<>@!]|https?:/;

/** What stands outside of code: fences first, line by line, then code spans. Follows CommonMark's rules for both. */
const outsideOfCode = (markdown: string): {readonly lines: readonly string[]; readonly isOpen: boolean} => {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    const mark: string | null = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      const isEnd =
        mark?.[0] === fence[0] && mark !== null && mark.length >= fence.length && /^ *[`~]+[ \t]*$/.test(line);
      if (isEnd) fence = null;
      continue;
    }
    const isFence =
      mark !== null && !(mark.startsWith('`') && line.slice(line.indexOf(mark) + mark.length).includes('`'));
    if (isFence) fence = mark;
    else lines.push(line.replaceAll(/(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/gs, '\u00b7'));
  }
  return {lines, isOpen: fence !== null};
};

/** The marks of the lines that are headings, quotes, tables or lists of another kind than ours. */
const headingsOf = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => /^ {0,3}(#+(?= )|=+ *$|-{2,} *$|>|\||\d+\.|[*+] )/.exec(line)?.[1] ?? []);

const run = async (options: TrialOptions): Promise<Outcome> => {
  const random = randomOf(options.seed);
  const wrong: string[] = [];
  const total = scaled(3000, options);
  const calm = headingsOf(outsideOfCode(toMarkdown([aRecord('a')])).lines);
  for (let index = 0; index < total; index += 1) {
    const payload = Array.from({length: 1 + below(random, 8)}, () => pick(random, PIECES)).join('');
    const told = JSON.stringify(payload);
    const record = outsideOfCode(toMarkdown([aRecord('a', payload)]));
    const live = record.lines.find((line) => LIVE.test(line));
    if (record.isOpen) wrong.push(`the log ends inside a fence: ${told}`);
    if (live !== undefined) wrong.push(`outside of code: ${JSON.stringify(live)} of ${told}`);
    const headings = headingsOf(record.lines);
    if (headings.length > calm.length || headings.some((mark) => !calm.includes(mark)))
      wrong.push(`lines of its own: ${headings.join(' ')} of ${told}`);
    const block = outsideOfCode(fenced(payload));
    if (block.isOpen || block.lines.some((line) => line !== '')) wrong.push(`the fence breaks: ${told}`);
    const span = outsideOfCode(`| ${codeSpan(payload)} |`).lines;
    if (span.length !== 1 || !/^\| (?:\u00b7|` `) \|$/.test(span[0] ?? ''))
      wrong.push(`the span breaks: ${told} ${JSON.stringify(span)}`);
  }
  return {
    figures: `${total.toLocaleString('en')} payloads in every field of a record, in a fence and in a code span of a table, read by CommonMark's rules for code: ${wrong.length} outside of it`,
    wrong: few(wrong),
  };
};

export const r11: Trial = {promise: 'R11', title: 'foreign text is inert in markdown', run};

const LIMIT = 4000;

/** Foreign text as a fenced block whose fence is longer than any run of backticks inside; capped. */
export const fenced = (text: string, language = 'text'): string => {
  const capped = text.length > LIMIT ? `${text.slice(0, LIMIT)}\n… cut after ${LIMIT} characters` : text;
  const body = capped.replaceAll(/\r\n?/g, '\n');
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
};

/** Foreign text as a code span on one line; nothing in it is read as markup, in a table neither. */
export const codeSpan = (text: string): string => {
  const line = text
    .replaceAll(/[\r\n\t]+/g, ' ')
    .replaceAll('|', '\u00a6')
    .slice(0, 400);
  if (line.trim() === '') return '` `';
  const ticks = '`'.repeat(longestRun(line) + 1);
  return `${ticks} ${line} ${ticks}`;
};

const longestRun = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));

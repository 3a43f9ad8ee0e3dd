import path from 'node:path';
import {explainText, FAILURES} from '../diagnosis/index.ts';
import {readFileBounded} from '../files/index.ts';
import type {Host} from '../model/host.ts';
import {printable} from '../model/printable.ts';
import {UserError} from '../model/user-error.ts';
import type {Arguments} from './arguments.ts';
import {packageFolder} from './own-version.ts';
import type {Terminal} from './terminal.ts';

/** `mcp-fix explain [ID | TEXT | -]`: offline; starts nothing, sends nothing. Exit 0 with a match, 1 without one. */
export const explain = async (args: Arguments, _host: Host, terminal: Terminal): Promise<number> => {
  const given = args.operands.join(' ');
  const text = given === '-' || given === '' ? await terminal.readInput() : given;
  if (text.trim() === '')
    throw new UserError(
      "Give it an error text: mcp-fix explain 'spawn npx ENOENT', or pipe one in: mcp-fix explain - < error.txt",
    );
  const named = FAILURES.find((failure) => failure.id === text.trim());
  const matches =
    named === undefined
      ? explainText(text).map((match) => ({...match, page: pageOf(match.id)}))
      : [{...ofFailure(named), page: pageOf(named.id)}];
  if (args.flag('json')) terminal.out(`${JSON.stringify({schemaVersion: 1, matches}, null, 2)}\n`);
  else if (named !== undefined) terminal.out(`${readable(await readPage(named.id))}\n`);
  else terminal.out(asText(matches));
  return matches.length > 0 ? 0 : 1;
};

const pageOf = (id: string): string => `docs/failures/${id}.md`;

const ofFailure = (failure: (typeof FAILURES)[number]) => ({
  id: failure.id,
  class: failure.class,
  title: failure.title,
  confidence: 'certain' as const,
  matched: failure.id,
  waitingHelps: failure.waitingHelps,
  fixes: failure.remedies,
});

const readPage = async (id: string): Promise<string> => {
  const read = await readFileBounded(path.join(packageFolder(), pageOf(id)));
  if (read.kind !== 'bytes') throw new Error(`the page ${pageOf(id)} is not in the package`);
  return read.bytes.toString('utf8');
};

/** The page without the block of evidence, which is for the tests. */
const readable = (page: string): string =>
  page
    .replace(/^<!--[\s\S]*?-->\n/, '')
    .replace(/^```evidence\n[\s\S]*?^```\n?/m, '')
    .trim();

type Match = ReturnType<typeof ofFailure> | (ReturnType<typeof explainText>[number] & {page: string});

const asText = (matches: readonly Match[]): string => {
  const [best, ...others] = matches;
  if (best === undefined) {
    return 'No known failure has these words. To find out what is wrong, let mcp-fix look at the server itself: mcp-fix\nThe whole text helps more than its last line: mcp-fix explain - < error.txt\n';
  }
  return [
    `${best.title} (${best.class}, ${best.confidence})`,
    `  because of: ${printable(best.matched).replaceAll('\n', '\n              ')}`,
    ...best.fixes.map((fix, index) => `  ${index === 0 ? '→' : ' '} ${fix}`),
    `  Waiting ${best.waitingHelps ? 'can help' : 'does not help'}. The whole page: mcp-fix explain ${best.id}`,
    ...(others.length === 0
      ? []
      : ['', 'It may also be:', ...others.slice(0, 4).map((other) => `  ${other.id}: ${other.title}`)]),
    '',
  ].join('\n');
};

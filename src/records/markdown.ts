import {count} from '../model/count.ts';
import {printable, printableLine} from '../model/printable.ts';
import type {FixRecord} from '../model/record.ts';
import {createRedactor} from '../model/redact.ts';

const MAX_BLOCK = 4000;

/**
 * The fix log for a team: what broke, why, the one change, and how to see that it works. Foreign text is inert: fenced,
 * capped, without live links, images, headings or mentions.
 */
export const toMarkdown = (records: readonly FixRecord[]): string =>
  records.length === 0
    ? `${LOG_HEAD}\nNo fix is recorded yet.\n`
    : `${LOG_HEAD}\n${records.map(recordSection).join('\n')}`;

export const LOG_HEAD =
  '# MCP fix log\n\nWhat broke, why, the one change that mended it, and how to see that it works. Written by mcp-fix; secrets are masked.\n';

/** One record, from its heading on. */
export const recordSection = (record: FixRecord): string => sectionOf(record, createRedactor().text);

type Clean = (text: string) => string;

const sectionOf = (record: FixRecord, clean: Clean): string => {
  const {server, error, failure, change, proof, environment} = record;
  const word = (text: string): string => inline(clean(text));
  const saidOtherwise = record.disagreed !== null && record.disagreed.class !== failure.class;
  const chosen = record.disagreed?.id === failure.id;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Server', `${server.name} (${server.clientName}, ${server.scope}, ${server.transport})`],
    ['File', change.line === null ? server.file : `${change.file ?? server.file}, line ${change.line}`],
    ['Command', server.command],
    ['Address', server.url],
    ['Class', saidOtherwise ? `${failure.class} (the person says: ${record.disagreed?.class})` : failure.class],
    ['Failure', chosen ? `${failure.id} (the person's choice; mcp-fix put another first)` : failure.id],
    ['Step', failure.step],
    ['Date', record.at],
    ['Outcome', outcomeWords(proof)],
    ['Record', record.id],
  ];
  const environments: readonly (readonly [string, string | null])[] = [
    ['mcp-fix', environment.mcpFix],
    ['System', environment.os],
    ['Node', environment.node],
    ['Command path', environment.commandPath],
    ['Protocol', environment.protocol],
    ['Server version', environment.server],
  ];
  const blocks = [
    `## ${word(failure.title)}: ${word(server.name)}`,
    listOf(facts, word),
    `### The error\n\nFrom: ${sourceWords(error.source)}. Trigger: ${word(error.trigger)}\n\n${fenced(clean(error.text), 'text')}`,
    `### The cause\n\n${word(failure.cause)}`,
    ...(failure.evidence.length === 0
      ? []
      : [fenced(failure.evidence.map(({label, text}) => `${label}: ${clean(text)}`).join('\n'), 'text')]),
    `### The one change\n\n${word(change.title)}`,
    ...(change.diff.length === 0 ? [] : [fenced(change.diff.map(clean).join('\n'), 'diff')]),
    ...(change.command === null ? [] : [fenced(clean(change.command.map(quoted).join(' ')), 'sh')]),
    `### Before and after\n\n- Before: ${word(record.before)}\n- After: ${word(record.after)}`,
    `### Environment\n\n${listOf(environments, word)}`,
    `### How to check\n\n${checkWords(clean(record.howToCheck))}`,
    ...(record.note.trim() === '' ? [] : [`### Note\n\n${fenced(clean(record.note), 'text')}`]),
  ];
  return `${blocks.join('\n\n')}\n`;
};

/** A command to paste, or a sentence. Records of older releases say "Run: " before the command. */
const checkWords = (text: string): string => {
  const command = /^(?:Run: )?(mcp-fix .*)$/.exec(text)?.[1];
  return command === undefined ? inline(text) : fenced(command, 'sh');
};

const listOf = (facts: readonly (readonly [string, string | null])[], word: Clean): string =>
  facts.flatMap(([name, value]) => (value === null || value === '' ? [] : [`- ${name}: ${word(value)}`])).join('\n');

const sourceWords = (source: FixRecord['error']['source']): string =>
  ({pasted: 'pasted by the person', log: "the client's log", stdin: 'standard input', probe: 'a check by mcp-fix'})[
    source
  ];

const outcomeWords = (proof: FixRecord['proof']): string => {
  const tools = proof.tools === null ? '' : `, ${count(proof.tools, 'tool')} listed`;
  switch (proof.outcome) {
    case 'fixed':
      return `fixed; proved by ${proof.by}${tools} in ${proof.ms} ms`;
    case 'kept':
      return `change kept; checked by ${proof.by}${tools}`;
    case 'put-back':
      return 'change put back';
  }
};

/** Foreign words in a line of ours: one code span that no back-tick inside can end. */
const inline = (text: string): string => {
  const line = printableLine(text).trim().slice(0, 1000);
  if (line === '') return '(nothing)';
  if (/^[\w .,:()'-]+$/.test(line) && !/www\.|^[-\d]/i.test(line) && !line.includes('_')) return line;
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${line}${pad}${ticks}`;
};

/** A fence longer than any inside it. */
const fenced = (text: string, language: string): string => {
  const shown = printable(text);
  const body =
    shown.length > MAX_BLOCK ? `${shown.slice(0, MAX_BLOCK)}\n… ${shown.length - MAX_BLOCK} characters more` : shown;
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${body.replace(/\n+$/, '')}\n${fence}`;
};

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

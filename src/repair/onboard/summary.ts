import type {Need, OnboardServer} from './need.ts';
import {type OnboardState, progressOf, standingOf} from './state.ts';

/** `?`: only a real look tells, or the client asks by itself. */
const BOX = {met: 'x', missing: ' ', later: '?'} as const;

/** `--dry-run`: what each server needs, as a list. */
export const asText = (servers: readonly OnboardServer[], project: string): string => {
  if (servers.length === 0)
    return `No MCP server is configured for the project ${project}. In another folder: mcp-fix onboard --project DIR\n`;
  const lines = servers.flatMap((server) => [
    `${server.name} (${server.clientName})  ${server.launch}`,
    ...server.needs.flatMap((need) => needLines(need)),
    ...(server.needs.length === 0 ? ['  [?] the files ask for nothing; the look tells more'] : []),
    '',
  ]);
  const missing = missingIn(servers);
  return `${[
    ...lines,
    missing === 0
      ? 'Nothing is missing as far as the files tell. To start each server once and prove it: mcp-fix onboard'
      : `${missing} ${missing === 1 ? 'thing is' : 'things are'} missing. To be led through them: mcp-fix onboard`,
    'Nothing was started and nothing was sent.',
  ].join('\n')}\n`;
};

const needLines = (need: Need): readonly string[] => [
  `  [${BOX[need.state]}] ${need.title}${need.detail === '' ? '' : `: ${need.detail}`}`,
  ...(need.state === 'met' ? [] : need.hints.map((hint) => `        ${hint}`)),
  ...(need.state === 'missing' ? todoLine(need) : []),
];

const todoLine = ({change, todo}: Need): readonly string[] => {
  if (change !== null) {
    const words = change.edit.kind === 'ask' ? 'asks for it and writes it' : 'writes it, once you agree,';
    return [`        → mcp-fix onboard ${words} to ${change.file}, which is yours alone.`];
  }
  return todo === '' ? [] : [`        → ${todo}`];
};

export const missingIn = (servers: readonly OnboardServer[]): number =>
  servers.reduce((sum, server) => sum + server.needs.filter((need) => need.state === 'missing').length, 0);

const WORDS = {works: 'works', fails: 'does not work yet', waits: 'waits for you', open: 'not looked at yet'} as const;

/** The one-page summary at the end. No value is in it. */
export const onboardMarkdown = (
  state: Pick<OnboardState, 'servers' | 'progress'>,
  about: {readonly project: string; readonly at: string; readonly version: string},
): string => {
  const head = [
    `# MCP servers of ${inline(about.project)}`,
    '',
    `Looked at on ${about.at.slice(0, 10)} with mcp-fix ${about.version}.`,
    '',
    '| Server | Client | How it stands |',
    '| --- | --- | --- |',
    ...state.servers.map(
      (server) => `| ${cell(server.name)} | ${cell(server.clientName)} | ${WORDS[standingOf(state, server)]} |`,
    ),
    '',
  ];
  const parts = state.servers.flatMap((server) => {
    const {answer} = progressOf(state, server.key);
    return [
      `## ${inline(server.name)}`,
      '',
      `Starts as: ${code(server.launch)}, named in ${code(server.file)}.`,
      '',
      ...server.needs.map(
        (need) =>
          `- [${need.state === 'met' ? 'x' : ' '}] ${inline(need.title)}${need.detail === '' ? '' : `: ${inline(need.detail)}`}${need.state === 'missing' && need.todo !== '' ? `. ${inline(need.todo)}` : ''}${need.hints.map((hint) => `\n  - ${inline(hint)}`).join('')}`,
      ),
      ...(server.needs.length === 0 ? [] : ['']),
      ...(answer === null ? [] : [inline(`${answer.note}${answer.todo === '' ? '' : ` ${answer.todo}`}`), '']),
    ];
  });
  return `${[...head, ...parts].join('\n').trimEnd()}\n`;
};

/** Text of a project or a server is text, and no markdown of its own: what is more than plain words stands in a code span. */
const inline = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  // A bullet without words would make a heading of the line before it.
  if (line === '') return '(nothing)';
  const isPlain = /^[^\\`*_[\]<#|~&!@$^{}]+$/.test(line) && !/:\/\/|www\.|^[-+=>\d]/i.test(line);
  return isPlain ? line : code(line);
};
/** In a table a bar parts the cells, in a code span too, unless a backslash stands before it (GFM, 4.10). */
const cell = (text: string): string => inline(text).replaceAll('|', '\\|');
const code = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  const fence = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length)) + 1);
  return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
};

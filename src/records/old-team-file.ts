import {createHash} from 'node:crypto';
import type {FixRecord} from '../model/record.ts';
import {fingerprint} from './fingerprint.ts';
import {teamRecord} from './team-mark.ts';

/**
 * Records from the words of a fix log that has no marks: a section for each `## `, its list of facts, and the first line
 * below "The one change". A section that does not tell failure, date and change is passed over.
 */
export const recordsInSections = (text: string, most: number): readonly FixRecord[] =>
  sectionsOf(text)
    .slice(-most)
    .flatMap((lines) => recordOf(lines) ?? []);

/** The lines of each section; headings inside a fence are none. */
const sectionsOf = (text: string): readonly (readonly string[])[] => {
  const sections: string[][] = [];
  let fence: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const mark = /^(`{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (mark !== undefined && mark.length >= fence.length && line.trim() === mark) fence = null;
      continue;
    }
    if (mark !== undefined) fence = mark;
    else if (line.startsWith('## ')) sections.push([line]);
    else sections.at(-1)?.push(line);
  }
  return sections;
};

const recordOf = (lines: readonly string[]): FixRecord | null => {
  const fact = (name: string): string => plain(/^- [^:]+: (.*)$/.exec(lineOf(lines, `- ${name}: `))?.[1] ?? '');
  const about = /^(.*) \(([^,()]*), ([^,()]*), ([^,()]*)\)$/.exec(fact('Server'));
  const [, name = fact('Server'), clientName = '', scope = '', transport = ''] = about ?? [];
  const heading = lines.indexOf('### The one change');
  const change = heading < 0 ? '' : plain(lines.slice(heading + 1, heading + 4).find((line) => line !== '') ?? '');
  const failureId = /^[\w-]+/.exec(fact('Failure'))?.[0] ?? '';
  const at = fact('Date');
  const [command, url] = [fact('Command') || null, fact('Address') || null];
  const kind = /^\w+/.exec(fact('Class'))?.[0] ?? '';
  const outcome = fact('Outcome');
  return teamRecord({
    id: fact('Record') || createHash('sha256').update(`${at}\0${failureId}\0${change}`).digest('hex').slice(0, 20),
    at,
    title: plain((lines[0] ?? '').slice(3)),
    server: {name, clientName, scope, transport, command, url},
    failure: {id: failureId, class: kind, step: fact('Step'), title: failureId},
    change: {title: change},
    proof: {
      outcome: outcome.startsWith('fixed') ? 'fixed' : outcome.includes('put back') ? 'put-back' : 'kept',
      by: /^(?:fixed; proved|change kept; checked) by ([^,]{1,100})/.exec(outcome)?.[1] ?? '',
    },
    fingerprint: fingerprint({failureId, serverName: name, command, url}),
  });
};

const lineOf = (lines: readonly string[], start: string): string => lines.find((line) => line.startsWith(start)) ?? '';

/** The words of a code span. */
const plain = (text: string): string => {
  const span = /^(`+)(.*)\1$/.exec(text.trim());
  const words = span?.[2] ?? text.trim();
  return span !== null && words.startsWith(' ') && words.endsWith(' ') ? words.slice(1, -1) : words;
};

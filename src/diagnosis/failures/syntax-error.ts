import type {Evidence} from '../../model/evidence.ts';
import {advise} from '../facts/launch-fixes.ts';
import {fileName} from '../facts/launch-runtime.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {lastWordsOf} from '../facts/stderr-deciding.ts';
import {clip, saidBy} from '../facts/stderr-lines.ts';

export const syntaxError = defineSaidFailure({
  id: 'syntax-error',
  title: "The server's code has a syntax error",
  patterns: [
    /^(?:\w+Error: )?SyntaxError: (?!browserType\.|Cannot use import|Unexpected identifier '?assert|Unexpected token '(?:with|export)|[^\n]{1,120}\n\s{1,20}at [^\n]{0,120}\(internal\/modules\/)(?<what>[^\n]+)/m,
    /^[^\S\n]{0,40}(?<what2>(?:IndentationError|TabError): [^\n]+)/m,
    /(?<what3>syntax error, unexpected [^\n]+)/,
    /PHP Parse error: +(?<what4>[^\n]+)/,
    /syntax error near unexpected token (?<what5>\S+)/,
  ],
  alsoKnownAs: [/SyntaxError: [^\n]+\n\s+at /],
  remedies: ['Correct the line that the message names', 'Run the file that the build makes, not its source'],
  when: ({line}) => !/JSON/.test(line),
  cause: ({groups}, evidence) =>
    `The server's code has a syntax error${at(evidence) === null ? '' : ` in ${at(evidence) ?? ''}`}: SyntaxError: ${clip(groups['what'] ?? '', 120)}. Nothing of it runs.`,
  explained: ({line, match}, evidence) => ({
    evidence: [
      {label: 'Standard error', text: line, deciding: match},
      ...(at(evidence) === null ? [] : [{label: 'Place', text: at(evidence) ?? ''}]),
    ],
  }),
  fixes: (_, evidence) => [
    advise(
      'correct-line',
      `Correct ${at(evidence) === null ? 'the line that the message names' : `${fileName((at(evidence) ?? '').replace(/:\d+$/, ''))} line ${/(\d+)$/.exec(at(evidence) ?? '')?.[1] ?? ''} (${at(evidence) ?? ''})`}; if the code is not yours, install its last version again`,
    ),
  ],
});

const at = (evidence: Evidence): string | null =>
  lastWordsOf(
    saidBy(evidence)
      .map(({text}) => text)
      .join('\n'),
  )?.place ?? null;

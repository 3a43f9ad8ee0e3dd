import {textOf} from '../../model/capture.ts';
import {advise, argumentsOf, insertArgument, programOf} from '../facts/launch-fixes.ts';
import {troubleOf} from '../facts/launch-trouble.ts';
import {clip, plainText} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const usageInsteadOfServer = defineFailure({
  id: 'usage-instead-of-server',
  class: 'config',
  step: 'launch',
  title: 'The program shows its usage instead of serving',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [{match: /^(?:Usage|USAGE|usage):? \S+/m, confidence: 'possible'}],
  remedies: ['Add the word that makes it serve over stdio ("serve", "stdio", "mcp", "--stdio") to "args"'],
  detect: ({launch, all}) => {
    if (troubleOf(all) !== 'end') return null;
    const text = `${plainText(textOf(launch.stderr))}\n${launch.noise.map((line) => line.text).join('\n')}`;
    const hit = /^[^\S\n]{0,40}(?:Usage|USAGE|usage):? .*$/m.exec(text);
    return hit === null ? null : {line: hit[0].trim(), word: serveWord(text)};
  },
  explain: ({line, word}, {launch, all}) => ({
    cause: `"${programOf(all)}" printed its usage ("${clip(line, 120)}") and ended${launch.exit?.code == null ? '' : ` with exit code ${launch.exit.code}`}: the arguments do not tell it to serve.${word === null ? '' : ` Its usage names "${word}".`}`,
    evidence: [{label: 'Output', text: line, deciding: line}],
    confidence: word === null ? 'likely' : 'certain',
  }),
  fixes: ({word}, {all}) =>
    word === null
      ? [
          advise(
            'serve-word',
            `Look in the usage text which word makes "${programOf(all)}" serve over stdio, and add it to "args"`,
          ),
        ]
      : [insertArgument(all, argumentsOf(all).length, word, `Add "${word}" at the end of "args"`)],
});

/** A subcommand or option of the usage text that sounds like serving over stdio. */
const serveWord = (text: string): string | null =>
  /(?:^|[\s,|{[(])(--stdio|stdio)\b/m.exec(text)?.[1] ??
  /^[^\S\n]{1,40}(serve|server|mcp|start|run)\b {2,}/m.exec(text)?.[1] ??
  /[{,|](mcp|serve|server|start)[},|]/.exec(text)?.[1] ??
  null;

import {lastWordsEvidence} from '../facts/launch-end.ts';
import {argumentsOf, programOf, removeArgument} from '../facts/launch-fixes.ts';
import {troubleOf} from '../facts/launch-trouble.ts';
import {defineFailure} from '../failure.ts';

/** Programs for which the place of each word decides: an empty one takes the place of the file or the package. */
const FIRST_COUNTS = /^(?:node|bun|deno|python[\d.]*|ruby|java|npx|uvx|bunx|pnpx|docker|podman)$/;

export const argumentEmpty = defineFailure({
  id: 'argument-empty',
  class: 'config',
  step: 'launch',
  title: 'One of the arguments is empty',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [],
  remedies: ['Remove the empty text ("") from "args"'],
  detect: ({all}) => {
    const index = argumentsOf(all).findIndex((word) => word.trim() === '');
    const before = argumentsOf(all).slice(0, Math.max(0, index));
    const isFirst = before.every((word) => word.startsWith('-'));
    return index >= 0 && isFirst && FIRST_COUNTS.test(programOf(all)) && troubleOf(all) !== null ? index : null;
  },
  explain: (index, {launch, all}) => ({
    cause: `Argument ${index + 1} of "${programOf(all)}" is an empty text. The program takes it for the name of what it has to run, and everything behind it is understood wrongly.`,
    evidence: lastWordsEvidence(launch),
    confidence: 'likely',
  }),
  fixes: (index, {all}) => [removeArgument(all, index, `Remove the empty argument ${index + 1} from "args"`)],
});

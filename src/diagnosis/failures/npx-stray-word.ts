import {argumentsOf, removeArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const npxStrayWord = defineSaidFailure({
  id: 'npx-stray-word',
class: 'config',
  title: 'A word of a shell command was left in the arguments of npx',
  patterns: [/could not determine executable to run/],
  alsoKnownAs: [/npx (?:-y )?(?:install|npm|npx|add) \S+/],
  confidence: 'possible',
  remedies: ['Remove the word ("install", "npm", "npx") from "args"'],
  when: (_, evidence) => strayIn(argumentsOf(evidence)) !== null,
  cause: (_, evidence) => `"args" holds the word "${argumentsOf(evidence)[strayIn(argumentsOf(evidence)) ?? 0] ?? ''}", left over from a copied command: npx takes it for the package to run, and could not determine an executable.`,
  explained: () => ({confidence: 'certain'}),
  fixes: (_, evidence) => {
    const at = strayIn(argumentsOf(evidence)) ?? 0;
    return [removeArgument(evidence, at, `Remove "${argumentsOf(evidence)[at] ?? ''}" from "args"`)];
  },
});

/** The index of a word that belongs to an install command and stands where the package should. */
const strayIn = (args: readonly string[]): number | null => {
  const at = args.findIndex((word) => !word.startsWith('-'));
  return /^(?:install|i|add|npm|npx|exec)$/.test(args[at] ?? '') && args.length > at + 1 ? at : null;
};

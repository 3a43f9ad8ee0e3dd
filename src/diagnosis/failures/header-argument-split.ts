import {advice, placeAt, quoteAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const headerArgumentSplit = defineFailure({
  id: 'header-argument-split',
  class: 'config',
  step: 'config',
  title: 'A header with a space may fall apart',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /Authorization header (is )?(missing|empty)(\/empty)?( at the server)?/i, confidence: 'likely'},
    {
      match: /(space|whitespace) (after|behind) the colon.{0,40}header|--header.{0,40}(split|space)/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Write "Authorization:${AUTH_HEADER}" (no space) and put "Bearer …" into env.AUTH_HEADER',
    'Remove the space after the colon of the header',
  ],
  detect: ({entry, all}) => {
    const splits = entry.client === 'cursor' || (entry.client === 'claude-desktop' && all.machine.platform === 'win32');
    if (!splits) return null;
    const index = entry.args.findIndex((arg, at) => /^(--header|-H)$/.test(entry.args[at - 1] ?? '') && /\s/.test(arg));
    return index === -1 ? null : {index, name: /^[\w-]+/.exec(entry.args[index] ?? '')?.[0] ?? 'Authorization'};
  },
  explain: ({index, name}, {entry}) => ({
    cause: `The header in argument ${index + 1} of "${entry.name}" has a space in it ("${name}: …"); ${entry.rules.clientName} may split it there, so that the server gets an empty "${name}".`,
    evidence: [quoteAt(entry, [entry.rules.fields.args ?? 'args', index])],
    location: placeAt(entry, [entry.rules.fields.args ?? 'args', index]),
    confidence: 'possible',
  }),
  fixes: ({name}) => [
    advice(
      'use-variable',
      `Write "${name}:\${AUTH_HEADER}" without a space, and put the rest of the header into "env" as AUTH_HEADER`,
    ),
  ],
});

import {advice, editAt, isRefusedNull, placeAt, quoteAt, rawAt, withoutNull} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const argsNotList = defineFailure({
  id: 'args-not-list',
  class: 'config',
  step: 'config',
  title: '"args" is no list',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match: /args:? (Expected|expected|must be|should be|Invalid input: expected) (an )?(array|list|sequence)/i,
      confidence: 'certain',
    },
    {match: /invalid type: string .{0,80}expected a sequence/i, confidence: 'likely'},
  ],
  remedies: ['Turn "args" into a list (array): ["first", "second"]'],
  detect: ({entry}) => {
    const {args, command} = entry.rules.fields;
    const key = entry.rules.commandIsArray ? command : args;
    const value = key === null ? undefined : rawAt(entry, [key]);
    if (key === null || value === undefined || Array.isArray(value)) return null;
    return value === null && !isRefusedNull(entry, key) ? null : {key, value};
  },
  explain: ({key, value}, {entry}) => ({
    cause: `"${key}" of "${entry.name}" is ${typeof value === 'string' ? 'one text' : value === null ? 'null' : 'no list'}, but ${entry.rules.clientName} expects a list (array) of texts there.`,
    evidence: [quoteAt(entry, [key], `"${key}"`)],
    location: placeAt(entry, [key]),
  }),
  fixes: ({key, value}, {entry}) => {
    if (value === null) return [withoutNull(entry, key)];
    if (typeof value !== 'string')
      return [advice('write-list', `Write "${key}" as a list (array): ["first", "second"]`)];
    const why = 'Each argument is an item of its own';
    const asList = (split: boolean, title: string) =>
      editAt(entry, [key], {
        id: split ? 'split-into-list' : 'wrap-in-list',
        title,
        edit: {kind: 'rewrite', how: {how: 'to-list', split}},
        why,
      });
    if (!/\s/.test(value.trim())) return [asList(false, `Turn "${key}" into a list (array) with this one item`)];
    return [
      asList(true, `Turn "${key}" into a list (array), one item for each word`),
      asList(false, `Turn "${key}" into a list (array) with the whole text as one item`),
    ];
  },
});

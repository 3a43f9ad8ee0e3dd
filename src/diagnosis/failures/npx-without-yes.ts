import {commandQuote, lastErrorText, works} from '../facts/command-entry.ts';
import {advice, editAt, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

const ASKED = /npx canceled due to missing packages|Need to install the following packages|Ok to proceed\?/i;

export const npxWithoutYes = defineFailure({
  id: 'npx-without-yes',
  class: 'config',
  step: 'command',
  title: 'npx asks a question that nobody can answer',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /npx canceled due to missing packages and no YES option/i, confidence: 'certain'},
    {match: /Need to install the following packages:?[\s\S]{0,200}Ok to proceed\?/i, confidence: 'certain'},
  ],
  remedies: ['Add "-y" as the first argument of npx'],
  detect: ({command, all}) => {
    const look = command.package;
    if (look === null || look.hasYes || !/^npx|npm exec/.test(look.runner) || works(all)) return null;
    const line = lastErrorText(all)
      .split('\n')
      .find((one) => ASKED.test(one));
    return line === undefined ? null : {line: line.trim(), spec: look.spec};
  },
  explain: ({line, spec}, {entry, command}) => ({
    cause: `npx asks before it fetches ${spec}, nobody can answer, and it gives up; -y would have answered.`,
    evidence: [{label: 'npx says', text: line}, commandQuote(entry, command)],
    location: placeAt(entry, [entry.rules.fields.args ?? 'args']),
  }),
  fixes: (_, {entry}) => {
    const {args} = entry.rules.fields;
    const title = 'Add "-y" as the first argument';
    if (args === null || entry.rules.commandIsArray) return [advice('add-yes', title)];
    return [
      editAt(entry, [args], {
        id: 'add-yes',
        title,
        edit: {kind: 'insert', index: 0, value: '-y'},
        why: 'It answers the question of npx',
      }),
    ];
  },
});

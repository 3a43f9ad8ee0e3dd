import {editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {classOf, kindOf, nounOf} from '../facts/config-values.ts';
import {openReferences, writeValue} from '../facts/config-variables.ts';
import {defineFailure} from '../failure.ts';

export const variableNotExpanded = defineFailure({
  id: 'variable-not-expanded',
  class: 'config',
  step: 'config',
  title: 'The client does not fill in variables here',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match: /(directory|folder|path|file|key|token|value|header) (is )?literally (named )?['"]?\$\{?[A-Z]/i,
      confidence: 'certain',
    },
    {match: /Auth method is not supported/i, confidence: 'likely'},
    {
      match: /['"=:/ ]\$\{[A-Z][A-Z0-9_]*\}['"/]?.{0,60}(no such|not found|invalid|unauthori[sz]ed|does not exist)/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Replace ${NAME} with the value itself',
    'Start the server through a shell that fills the variable in (sh -c)',
  ],
  detect: ({entry}) => openReferences(entry).find((one) => !one.isExpanded) ?? null,
  explain: (reference, {entry}) => ({
    cause: `${entry.rules.clientName} does not expand ${reference.written} in ${nounOf(entry, reference.path)} of "${entry.name}"; the server gets that text instead of the value.`,
    evidence: [quoteAt(entry, reference.path, reference.written)],
    location: placeAt(entry, reference.path),
    class: classOf(entry, reference.path),
  }),
  fixes: (reference, {entry}) => {
    const {command, args} = entry.rules.fields;
    const write = writeValue(
      entry,
      reference,
      `Write the value of ${reference.name} into ${nounOf(entry, reference.path)}`,
    );
    if (kindOf(entry, reference.path) !== 'args' || args === null) return [write];
    const edit = {
      kind: 'rewrite',
      how: {how: 'wrap-shell', commandKey: command, argsKey: args, shell: ['sh', '-c']},
    } as const;
    return [
      write,
      editAt(entry, [], {
        id: 'through-shell',
        title: 'Start the server through a shell, which expands the variable',
        edit,
        why: 'A shell expands variables',
      }),
    ];
  },
});

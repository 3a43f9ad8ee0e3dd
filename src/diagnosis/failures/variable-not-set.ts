import {HIDDEN_NAME} from '../../model/evidence.ts';
import {advice, editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {classOf, nounOf} from '../facts/config-values.ts';
import {isEnvironmentReference, openReferences, writeValue} from '../facts/config-variables.ts';
import {defineFailure} from '../failure.ts';

const UNSET = {
  literal: 'passes on the text as it stands',
  empty: 'passes on an empty text',
  error: 'refuses the entry',
};

export const variableNotSet = defineFailure({
  id: 'variable-not-set',
  class: 'config',
  step: 'config',
  title: 'A variable that the configuration needs is not set',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /Missing environment variables?:? (?<name>[A-Z][A-Z0-9_]*)/i, confidence: 'certain'},
    {match: /MCP server \S+ invalid: Missing environment/i, confidence: 'certain'},
    {match: /\bmcp-config-invalid\b/, confidence: 'possible'},
    {
      match:
        /(environment )?variable [`'"$]?\{?(?<name>[A-Z][A-Z0-9_]+)\}?[`'"]? (is )?(not set|not found|undefined|unset).{0,40}(config|mcp)/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Set the variable in the shell that starts the client (export NAME=value)',
    'Give the reference a default: ${NAME:-value}',
    'Write the value into the configuration or the client’s own env settings',
  ],
  detect: ({entry}) =>
    openReferences(entry).find(
      (one) =>
        one.name !== HIDDEN_NAME && one.isExpanded && !one.isSet && !one.hasDefault && isEnvironmentReference(one),
    ) ?? null,
  explain: (reference, {entry}) => ({
    cause: `The environment variable ${reference.name}, which ${nounOf(entry, reference.path)} of "${entry.name}" needs, is not set; ${entry.rules.clientName} ${UNSET[entry.rules.expansion.unset]}.`,
    evidence: [quoteAt(entry, reference.path, reference.written)],
    location: placeAt(entry, reference.path),
    class: classOf(entry, reference.path),
    ...(entry.rules.pathSource === 'gui' ? {confidence: 'likely' as const} : {}),
  }),
  fixes: (reference, {entry}) => [
    advice(
      'set-variable',
      `Set ${reference.name} before you start ${entry.rules.clientName}: export ${reference.name}=…`,
    ),
    ...(entry.rules.expansion.syntax.some((one) => one.includes(':-')) &&
    reference.syntax === '${VAR}' &&
    classOf(entry, reference.path) !== 'auth'
      ? [
          editAt(entry, reference.path, {
            id: 'give-default',
            title: `Give ${reference.name} a default value`,
            edit: {
              kind: 'ask',
              label: `The value when ${reference.name} is not set`,
              isSecret: false,
              shape: 'text',
              template: `\${${reference.name}:-{value}}`,
            },
            why: 'A default stands in when the variable is not set',
          }),
        ]
      : []),
    ...(reference.syntax === 'NAME'
      ? []
      : [writeValue(entry, reference, `Write the value of ${reference.name} into ${nounOf(entry, reference.path)}`)]),
  ],
});

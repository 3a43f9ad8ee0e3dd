import type {InputDefinition} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {nearest} from '../../model/nearest.ts';
import {advice} from '../facts/config-entry.ts';
import {classOf, nounOf} from '../facts/config-values.ts';
import {defineFailure} from '../failure.ts';

const TYPES = ['promptString', 'pickString', 'command'] as const;

/** What people write for a question that is typed in. */
const TYPED = /^(?:prompt|string|text|password|secret|input)$/i;

const typeMeant = (type: string | null): string =>
  type === null || TYPED.test(type) ? 'promptString' : (nearest(type, TYPES) ?? 'promptString');

/** Of other programs that take such questions it is not known what they insist on. */
const isVsCode = (client: string): boolean => client.startsWith('vscode');

const isKnown = (type: string | null): boolean => TYPES.some((known) => known === type);

export const inputInvalid = defineFailure({
  id: 'input-invalid',
  class: 'config',
  step: 'config',
  title: 'An input does not say what kind of question it is',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match: /Input variable '[^'\n]{1,100}' can only be of type 'promptString', 'pickString',? or 'command'/i,
      confidence: 'certain',
    },
    {match: /Input variable '[^'\n]{1,100}' is of type '\w+' and must include '\w+'/i, confidence: 'certain'},
  ],
  remedies: [
    'Give the input in "inputs" one of the types promptString, pickString or command, and what that type needs ("description", "options", "command")',
  ],
  detect: ({entry}) =>
    entry.variables.flatMap(({isExpanded, input, ...reference}) =>
      isExpanded && input && (!isKnown(input.type) || (input.lacks !== null && isVsCode(entry.client)))
        ? [{...reference, input}]
        : [],
    )[0] ?? null,
  explain: ({name, path, input}, {entry}) => ({
    cause: `${nounOf(entry, path)} of "${entry.name}" asks for the input "${name}", which ${saysOf(input)}; so ${entry.rules.clientName} does not ask you and does not start the server.`,
    evidence: [
      {
        label: `"inputs" of ${entry.file}, line ${input.place.line}`,
        text: isKnown(input.type)
          ? `"type": "${input.type}", no "${input.lacks}"`
          : input.type === null
            ? `"id": "${name}", no "type"`
            : `"type": "${input.type}"`,
      },
    ],
    location: input.place,
    class: classOf(entry, path),
  }),
  fixes: ({name, input}, {entry}) => [fixFor(name, input, entry.file)],
});

const saysOf = ({type, lacks}: InputDefinition): string => {
  if (type === null) return 'has no "type"';
  if (!isKnown(type)) return `has the type "${type}", and there are only ${TYPES.join(', ')}`;
  return `is of the type "${type}" and has no "${lacks}"`;
};

const fixFor = (name: string, {at, type, lacks}: InputDefinition, file: string): Fix => {
  const set = (key: string, value: string): Fix => ({
    id: `set-input-${key}`,
    title: `Set "${key}" of the input "${name}" to "${value}"`,
    kind: 'edit',
    change: {file, path: [...at, key], edit: {kind: 'set', value}, why: 'The client asks by it'},
  });
  if (!isKnown(type)) return set('type', typeMeant(type));
  if (lacks === 'description') return set('description', name);
  return advice(
    'complete-input',
    lacks === 'options'
      ? `Add "options" to the input "${name}" in ${file}: the list of values to choose from`
      : `Add "${lacks}" to the input "${name}" in ${file}: the id of the command that gives the value`,
  );
};

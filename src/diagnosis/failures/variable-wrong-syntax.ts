import type {EntryEvidence, VariableReference} from '../../model/evidence.ts';
import {advice, editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {classOf, kindOf, nounOf} from '../facts/config-values.ts';
import {isEnvironmentReference, openReferences, ownSpelling, writeValue} from '../facts/config-variables.ts';
import {defineFailure} from '../failure.ts';

export const variableWrongSyntax = defineFailure({
  id: 'variable-wrong-syntax',
  class: 'config',
  step: 'config',
  title: 'A variable is written in another client’s way',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /\$\{(env|input):[A-Za-z_]\w*\}|\{env:[A-Za-z_]\w*\}/, confidence: 'likely'},
    {match: /['"/]%[A-Z][A-Z0-9_]+%/, confidence: 'possible'},
  ],
  remedies: [
    'Write the reference in the spelling of this client: ${NAME} (Claude Code), ${env:NAME} (Cursor, VS Code), {env:NAME} (opencode)',
    'Write the value itself',
  ],
  detect: ({entry}) => {
    const reference = openReferences(entry).find((one) => !one.isExpanded && better(entry, one) !== null);
    const text = reference === undefined ? null : better(entry, reference);
    return reference === undefined || text === null ? null : {reference, text};
  },
  explain: ({reference, text}, {entry}) => ({
    cause: `${entry.rules.clientName} does not expand ${reference.written} in ${nounOf(entry, reference.path)} of "${entry.name}": it is passed on as plain text. This client writes ${text}.`,
    evidence: [quoteAt(entry, reference.path, reference.written)],
    location: placeAt(entry, reference.path),
    class: classOf(entry, reference.path),
  }),
  fixes: ({reference, text}, {entry}) => [
    editAt(entry, reference.path, {
      id: 'own-spelling',
      title: `Write ${text} instead of ${reference.written}`,
      edit: {kind: 'rewrite', how: {how: 'replace-text', from: reference.written, to: text}},
      why: `${entry.rules.clientName} expands ${text}`,
    }),
    ...(reference.isSet ? [] : [advice('set-variable', `Set ${reference.name} too: it is not in your environment`)]),
    writeValue(entry, reference, `Write the value of ${reference.name} into ${nounOf(entry, reference.path)}`),
  ],
});

/** The same reference as this client spells it; null when it has no spelling for it. */
const better = (entry: EntryEvidence, reference: VariableReference): string | null => {
  if (/workspaceFolder/.test(reference.written)) {
    return entry.client === 'claude-code' ? '${CLAUDE_PROJECT_DIR:-.}' : null;
  }
  const name = /userHome/.test(reference.written) ? 'HOME' : reference.name;
  if (!isEnvironmentReference(reference) && name !== 'HOME') return null;
  const text = ownSpelling(entry, name, kindOf(entry, reference.path));
  return text === reference.written ? null : text;
};

import {advice, placeAt, quoteAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const valueKeptByClient = defineFailure({
  id: 'value-kept-by-client',
  class: 'config',
  step: 'config',
  title: 'Only the client itself knows a value',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [{match: /\$\{user_config\.[\w.-]{1,100}\}/, confidence: 'likely'}],
  remedies: [
    'Look at the settings of the extension in the client: the value is entered there, not in the file',
    'Run the command of a $(…) yourself and look at what it prints',
  ],
  detect: ({entry}) =>
    entry.variables.find(
      ({syntax, isExpanded}) => (syntax === '${user_config.KEY}' || syntax === '$(command)') && isExpanded,
    ) ?? null,
  explain: (reference, {entry}) => ({
    cause: `"${entry.name}" uses ${reference.written}, which ${entry.rules.clientName} ${
      isCommand(reference)
        ? 'replaces by what that command prints. mcp-fix runs nothing to read a setting'
        : 'fills with what was entered in the settings of the extension. mcp-fix does not read those'
    }, so it uses these very characters; what it finds then may come from that alone.`,
    evidence: [quoteAt(entry, reference.path, reference.written)],
    location: placeAt(entry, reference.path),
    confidence: 'possible',
  }),
  fixes: (reference, {entry}) => [
    isCommand(reference)
      ? advice('run-yourself', `Run ${reference.name} in a shell and look at what it prints: that is the value`)
      : advice(
          'look-in-settings',
          `Open the settings of "${entry.name}" in ${entry.rules.clientName} and look at "${reference.name}"`,
        ),
  ],
});

const isCommand = ({syntax}: {readonly syntax: string}): boolean => syntax === '$(command)';

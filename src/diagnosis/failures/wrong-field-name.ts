import {editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {fieldOf, foreignFields} from '../facts/config-fields.ts';
import {defineFailure} from '../failure.ts';

/** Without these the server cannot start as meant; the others have a use of their own or a default. */
const VITAL: ReadonlySet<string> = new Set(['command', 'args', 'url', 'env', 'headers']);
/** A switch may mean the reverse and a time limit another unit: the name alone does not carry them over. */
const UNTRANSLATABLE: ReadonlySet<string> = new Set(['switch', 'timeout']);

export const wrongFieldName = defineFailure({
  id: 'wrong-field-name',
  class: 'config',
  step: 'config',
  title: 'A setting has a name that this client does not know',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /silently ignored keys?/i, confidence: 'likely'},
    {
      match: /"(environment|envVars)"\s*:\s*\{.{0,20}\} (dropped|ignored)|"transport"\s*:\s*"\w+" ignored/i,
      confidence: 'certain',
    },
    {
      match:
        /url ignored\)|(unknown|unrecognized|unexpected) (key|field|property)(\(s\))?:? .{0,6}(environment|envVars|transport|serverUrl|httpUrl|cmd|arguments|headers)/i,
      confidence: 'certain',
    },
    {match: /unknown field `?\w+`?, expected one of/i, confidence: 'likely'},
  ],
  remedies: [
    'Rename the key to the one that this client reads (environment → env, transport → type, cmd → command, arguments → args)',
    'Rename serverUrl to url, or url to serverUrl, as the client wants it',
  ],
  detect: ({entry}) => {
    const wrong = foreignFields(entry).filter(
      ({key, role, target}) =>
        target !== null &&
        target !== key &&
        fieldOf(entry, role) === undefined &&
        !UNTRANSLATABLE.has(role) &&
        !(role === 'type' && fieldOf(entry, 'command') !== undefined),
    );
    const first =
      wrong.find(({role}) => VITAL.has(role)) ??
      wrong.find(({role}) => role === 'type' && fieldOf(entry, 'url') !== undefined) ??
      wrong[0];
    return first === undefined || first.target === null ? null : {...first, target: first.target};
  },
  explain: ({key, role, target}, {entry}) => ({
    cause: `${entry.rules.clientName} does not know the key "${key}" of "${entry.name}" and skips it; there it is called "${target}".`,
    evidence: [quoteAt(entry, [key], `"${key}"`)],
    location: placeAt(entry, [key]),
    severity: VITAL.has(role) || (role === 'type' && entry.standing.state === 'unusable') ? 'error' : 'warning',
  }),
  fixes: ({key, target}, {entry}) => [
    editAt(entry, [key], {
      id: 'rename-key',
      title: `Rename "${key}" to "${target}"`,
      edit: {kind: 'rename', to: target},
      why: `${entry.rules.clientName} reads "${target}"`,
    }),
  ],
});

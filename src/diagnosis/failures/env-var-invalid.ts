import {advise, askVariable, placeIn} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames, isVariableName, variableName} from '../facts/launch-variables.ts';
import {clip} from '../facts/stderr-lines.ts';

export const envVarInvalid = defineSaidFailure({
  id: 'env-var-invalid',
  class: 'config',
  title: 'A variable has a value that the server does not accept',
  patterns: [
    /(?:[Ii]nvalid|[Mm]alformed|[Bb]ad|[Ii]ncorrect|[Uu]nsupported)(?: value| format)? (?:of|for|in)?:? ?(?:env(?:ironment)? var(?:iable)? )?["'`]?(?<![A-Z0-9_])(?<name>[A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,12})["'`]?/,
    /["'`]?(?<![A-Z0-9_])(?<name>[A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,12})["'`]?:? (?:env(?:ironment)? var(?:iable)? )?(?:must (?:be (?!set|provided|defined|specified|given|present)|start with|begin with|match|contain|have|point)|should (?:be|start)|is (?:not (?:a )?valid|invalid|malformed|not a number|no valid)|has an? (?:invalid|wrong|bad)|does not (?:look like|match|start with)|expected)/,
    /validation errors? for \w*(?:Settings|Config)\n(?<name>\w{1,80})\n\s+(?:Input should be|Value error,|String should)[^\n]*/,
    /(?:cannot|can't|could not|failed to|unable to) (?:parse|read|decode|convert) (?:the )?(?:env(?:ironment)? var(?:iable)? )?["'`]?(?<![A-Z0-9_])(?<name>[A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,12})/i,
    /\binvalid (?:api[ _-]?key|token|credentials?) format\b/i,
    /\b(?:invalid|malformed) (?:base )?ur[li]\b(?:: \S+)?/i,
  ],
  confidence: 'likely',
  remedies: ['Set the variable to a value of the form that the message asks for'],
  when: ({groups}) => groups['name'] === undefined || isVariableName(variableName(groups['name'])),
  cause: ({groups, line}, evidence) =>
    `The server does not accept the value of ${named(groups) ?? (givenNames(evidence).join(' or ') || 'one of its variables')}. It says: "${clip(line)}".`,
  explained: ({groups}, evidence) => ({location: placeIn(evidence, ['env', named(groups) ?? ''])}),
  fixes: ({groups}, evidence) => {
    const name = named(groups) ?? givenNames(evidence)[0];
    return name === undefined
      ? [advise('correct-value', 'Give the server a value of the form that its message asks for')]
      : [askVariable(evidence, name, `Set ${name} in "env" to a value of the form that the server asks for`)];
  },
});

const named = (groups: Readonly<Record<string, string>>): string | undefined =>
  groups['name'] === undefined ? undefined : variableName(groups['name']);

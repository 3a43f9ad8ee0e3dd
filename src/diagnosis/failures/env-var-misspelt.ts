import type {Evidence} from '../../model/evidence.ts';
import {placeIn, renameVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames, isVariableName, MISSING_VARIABLE, meantFor, variableName} from '../facts/launch-variables.ts';

export const envVarMisspelt = defineSaidFailure({
  id: 'env-var-misspelt',
  class: 'config',
  title: 'A variable is set under a name that the server does not read',
  patterns: MISSING_VARIABLE,
  confidence: 'possible',
  remedies: ['Rename the variable in "env" to the name that the server asks for'],
  when: ({groups}, evidence) => misspelt(groups, evidence) !== null,
  cause: ({groups}, evidence) =>
    `The server asks for ${variableName(groups['name'] ?? '')}, and the configuration sets ${misspelt(groups, evidence) ?? ''}: the name differs, so the server does not see the value.`,
  explained: ({groups}, evidence) => ({location: placeIn(evidence, ['env', misspelt(groups, evidence) ?? ''])}),
  fixes: ({groups}, evidence) => {
    const from = misspelt(groups, evidence) ?? '';
    return [renameVariable(evidence, from, variableName(groups['name'] ?? ''))];
  },
});

/** The configured name that was meant; null where there is none near, or where the right one is set too. */
const misspelt = (groups: Readonly<Record<string, string>>, evidence: Evidence): string | null => {
  const name = variableName(groups['name'] ?? '');
  const given = givenNames(evidence);
  return given.includes(name) || !isVariableName(name) ? null : meantFor(name, given);
};

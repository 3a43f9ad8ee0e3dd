import {type Evidence, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {advise, askVariable, placeIn} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {envFileOf, givenNames, isVariableName, variableName} from '../facts/launch-variables.ts';
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
  patternsWithEvidence: [
    // A value that is told without its name: the variable that holds this very value is the one.
    /invalid literal for int\(\) with base \d+: '(?<value>[^'\n]{1,120})'/,
    /could not convert string to float: '(?<value>[^'\n]{1,120})'/,
    /parsing "(?<value>[^"\n]{1,120})": invalid syntax/,
    /For input string: "(?<value>[^"\n]{1,120})"/,
    /invalid value for \w+\(\): "(?<value>[^"\n]{1,120})"/,
    /Invalid enum value[^\n]{0,200}received '(?<value>[^'\n]{1,120})'/,
    /code: 'ERR_INVALID_URL',\s{1,20}input: '(?<value>[^'\n]{1,300})'/,
    // JSON in a variable: the one whose value begins like JSON.
    /(?<json>SyntaxError: [^\n]{0,200}\bJSON\b[^\n]{0,100}|JSONDecodeError: [^\n]{1,200}|invalid character '[^\n]{1,20}' looking for beginning of [^\n]{1,80})/,
  ],
  confidence: 'likely',
  remedies: ['Set the variable to a value of the form that the message asks for'],
  when: (said, evidence) =>
    said.groups['value'] !== undefined || said.groups['json'] !== undefined
      ? holder(said.groups, evidence) !== undefined
      : said.groups['name'] === undefined || isVariableName(variableName(said.groups['name'])),
  cause: ({groups, line}, evidence) =>
    groups['json'] !== undefined
      ? `The value of ${holder(groups, evidence) ?? 'a variable'} has to be JSON, and the server cannot read it as JSON: "${clip(line)}". JSON wants double quotes around each name and text.`
      : `The server does not accept the value of ${holder(groups, evidence) ?? named(groups) ?? (givenNames(evidence).join(' or ') || 'one of its variables')}. It says: "${clip(line)}".`,
  explained: ({groups}, evidence) => ({
    location: placeIn(evidence, ['env', holder(groups, evidence) ?? named(groups) ?? '']),
  }),
  fixes: ({groups}, evidence) => {
    const name = holder(groups, evidence) ?? named(groups) ?? givenNames(evidence)[0];
    return name === undefined
      ? [advise('correct-value', 'Give the server a value of the form that its message asks for')]
      : [
          ...inEnvFile(evidence, name),
          askVariable(evidence, name, `Set ${name} in "env" to a value of the form that the server asks for`),
        ];
  },
});

/** A variable that the entry does not set itself may stand in the file of variables that it names. */
const inEnvFile = (evidence: Evidence, name: string): readonly Fix[] => {
  const file = givenNames(evidence).includes(name) ? null : envFileOf(evidence);
  return file === null ? [] : [advise('env-file', `Correct ${name} in ${file}, where it stands there`)];
};

const named = (groups: Readonly<Record<string, string>>): string | undefined =>
  groups['name'] === undefined ? undefined : variableName(groups['name']);

/** The one variable of the entry that holds the value which the message quotes, or that looks like JSON. */
const holder = (groups: Readonly<Record<string, string>>, evidence: Evidence): string | undefined => {
  const entry = seen(evidence, 'entry');
  const {value, json} = groups;
  if (entry === undefined || (value === undefined && json === undefined)) return undefined;
  const names = entry.values
    .filter(
      ({path, text}) => path[0] === entry.rules.fields.env && (json === undefined ? text === value : isJsonLike(text)),
    )
    .map(({path}) => path[1])
    .filter((name) => typeof name === 'string');
  return names.length === 1 ? names[0] : undefined;
};

/** Begins like JSON and is none. */
const isJsonLike = (text: string): boolean => {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
};

import {advise, argumentsOf, askVariable, insertArgument, placeIn} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {
  envFileOf,
  givenNames,
  isVariableName,
  MISSING_VARIABLE,
  runsInContainer,
  variableName,
  wasGiven,
} from '../facts/launch-variables.ts';

export const envVarMissing = defineSaidFailure({
  id: 'env-var-missing',
  class: 'config',
  title: 'A variable that the server needs is not set',
  patterns: MISSING_VARIABLE,
  // Rust's std::env does not say which one.
  alsoKnownAs: [
    /value: NotPresent\b|VarError: ?NotPresent|environment variable not found/,
    /Undefined (?:array key|index:?) "?[A-Z][A-Z0-9]*_[A-Z0-9_]{2,60}"?/,
    /Value cannot be null\. \(Parameter '\w*(?:[Kk]ey|[Tt]oken|[Uu]rl|[Ss]ecret)'\)/,
  ],
  confidence: 'likely',
  remedies: [
    'Set the variable that the message names in the "env" block of the server',
    'Export the variable in the shell that starts the client',
  ],
  when: ({groups}) => isVariableName(groups['name'] ?? ''),
  cause: ({groups}, evidence) => {
    const name = variableName(groups['name'] ?? '');
    const file = envFileOf(evidence);
    return wasGiven(evidence, name)
      ? `The server says that ${name} is missing, although the configuration sets it: the value is empty or does not reach the server.`
      : `${name} is not set: the server says that it needs this variable, and neither the configuration nor the environment gives it one.${file === null ? '' : ` The file that "envFile" names (${file}) does not give it either: it is not there, or has no line for it.`}`;
  },
  explained: (_, evidence) => ({confidence: 'certain', location: placeIn(evidence, ['env'])}),
  fixes: ({groups}, evidence) => {
    const name = variableName(groups['name'] ?? '');
    const fix = askVariable(evidence, name);
    return runsInContainer(evidence)
      ? [
          fix,
          insertArgument(
            evidence,
            argumentsOf(evidence).indexOf('run') + 1,
            `--env=${name}`,
            `Add "--env=${name}" after "run" in "args"`,
          ),
        ]
      : givenNames(evidence).includes(name)
        ? [fix]
        : [
            fix,
            ...(envFileOf(evidence) === null
              ? []
              : [
                  advise(
                    'env-file',
                    `Or write ${name}=… into ${envFileOf(evidence) ?? ''}, and look whether that file exists`,
                  ),
                ]),
            advise('export', `Or export ${name} in the shell that starts the client`),
          ];
  },
});

import {advise, argumentsOf, askVariable, insertArgument, placeIn} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {isVariableName, MISSING_VARIABLE, runsInContainer, variableName, wasGiven} from '../facts/launch-variables.ts';

export const envVarMissing = defineSaidFailure({
  id: 'env-var-missing',
  class: 'config',
  title: 'A variable that the server needs is not set',
  patterns: MISSING_VARIABLE,
  confidence: 'likely',
  remedies: [
    'Set the variable that the message names in the "env" block of the server',
    'Export the variable in the shell that starts the client',
  ],
  when: ({groups}) => isVariableName(groups['name'] ?? ''),
  cause: ({groups}, evidence) => {
    const name = variableName(groups['name'] ?? '');
    return wasGiven(evidence, name)
      ? `The server says that ${name} is missing, although the configuration sets it: the value is empty or does not reach the server.`
      : `${name} is not set: the server says that it needs this variable, and neither the configuration nor the environment gives it one.`;
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
      : [fix, advise('export', `Or export ${name} in the shell that starts the client`)];
  },
});

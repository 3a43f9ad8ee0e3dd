import {argumentsOf, insertArgument, programOf} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {MISSING_VARIABLE, runsInContainer, variableName, wasGiven} from '../facts/launch-variables.ts';

export const containerVariableNotPassed = defineSaidFailure({
  id: 'container-variable-not-passed',
  class: 'config',
  title: 'A variable is not passed on into the container',
  patterns: MISSING_VARIABLE,
  confidence: 'possible',
  remedies: ['Add "-e", "NAME" to the arguments of docker run, so that the container gets the variable'],
  when: ({groups}, evidence) => {
    const name = variableName(groups['name'] ?? '');
    return runsInContainer(evidence) && wasGiven(evidence, name) && !isPassed(argumentsOf(evidence), name);
  },
  cause: ({groups}, evidence) =>
    `${variableName(groups['name'] ?? '')} is set for "${programOf(evidence)}", but a container has its own environment and the arguments do not pass the variable on, so the server inside does not see it.`,
  explained: () => ({confidence: 'certain'}),
  fixes: ({groups}, evidence) => {
    const name = variableName(groups['name'] ?? '');
    const at = argumentsOf(evidence).indexOf('run') + 1;
    return [
      insertArgument(
        evidence,
        at,
        `--env=${name}`,
        `Add "--env=${name}" (the same as -e ${name}) after "run" in "args"`,
      ),
    ];
  },
});

/** -e NAME, -eNAME, --env NAME, --env=NAME, each with or without a value, or a file of variables. */
const isPassed = (args: readonly string[], name: string): boolean =>
  args.some(
    (word) =>
      word === name ||
      word.includes(`${name}=`) ||
      (/^(?:-e|--env=)/.test(word) && word.endsWith(name)) ||
      word.startsWith('--env-file'),
  );

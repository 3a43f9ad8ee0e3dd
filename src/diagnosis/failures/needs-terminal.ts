import {advise, argumentsOf, programOf, removeArgument, setArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {runsInContainer} from '../facts/launch-variables.ts';

export const needsTerminal = defineSaidFailure({
  id: 'needs-terminal',
  class: 'config',
  title: 'The program wants a terminal',
  patterns: [
    /the input device is not a TTY/,
    /(?:stdin|standard input|input) is not a (?:tty|terminal)/i,
    /Raw mode is not supported/,
    /[Ii]nappropriate ioctl for device/,
    /termios\.error/,
    /setRawMode is not a function/,
  ],
  remedies: [
    'For docker: write "-i" instead of "-it" (no "-t")',
    'Add the argument that makes the program serve over stdio instead of opening a prompt',
  ],
  cause: ({match}, evidence) =>
    `The program wants to talk to a person in a terminal ("${match}"), and a client gives it pipes.${runsInContainer(evidence) ? ' The argument -t asks docker for a terminal.' : ''}`,
  fixes: (_, evidence) => {
    const at = argumentsOf(evidence).findIndex((word) => /^(?:-it|-ti|-t|--tty)$/.test(word));
    const word = argumentsOf(evidence)[at];
    if (at < 0 || word === undefined)
      return [
        advise(
          'stdio-argument',
          `Add the argument that makes "${programOf(evidence)}" serve over stdio instead of opening a prompt`,
        ),
      ];
    return [
      word === '-t' || word === '--tty'
        ? removeArgument(evidence, at, `Remove "${word}" from "args"`)
        : setArgument(evidence, at, '-i', `Set "${word}" to "-i" in "args"`),
    ];
  },
});

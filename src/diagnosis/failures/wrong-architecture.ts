import type {Evidence} from '../../model/evidence.ts';
import {seen} from '../../model/evidence.ts';
import {advise, argumentsOf, insertArgument, programOf} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {runsInContainer} from '../facts/launch-variables.ts';

export const wrongArchitecture = defineSaidFailure({
  id: 'wrong-architecture',
  title: 'The program is built for another system or processor',
  patterns: [
    /(?:exec|exec_)?[ _]?[Ee]xec format error|\bspawn (?:\S+ )?ENOEXEC\b|[Bb]ad CPU type in executable|EBADARCH/,
    /is not a valid Win32 application|cannot execute binary file|This version of .{1,80} is not compatible with the version of Windows/,
    /requested image's platform \((?<have>[^)]+)\) does not match the detected host platform \((?<want>[^)]+)\)/,
    /no matching manifest for (?<want>\S+)/,
  ],
  remedies: [
    'Install the build for this system and processor',
    'For a container: add "--platform", or use an image that has this processor',
  ],
  when: (_, evidence) => !isScript(evidence),
  cause: ({groups, match}, evidence) => {
    const file = seen(evidence, 'command')?.resolved ?? seen(evidence, 'launch')?.argv[0] ?? '';
    const names =
      groups['want'] === undefined
        ? `the system (${evidence.machine.platform}) cannot execute it`
        : `it is made for ${groups['have'] ?? 'another platform'}, and this machine is ${groups['want']}`;
    return `${runsInContainer(evidence) ? 'The container image' : file} is built for another processor or system: ${names} ("${match}").`;
  },
  fixes: (_, evidence) =>
    runsInContainer(evidence)
      ? [
          insertArgument(
            evidence,
            argumentsOf(evidence).indexOf('run') + 1,
            '--platform=linux/amd64',
            'Add "--platform=linux/amd64" after "run" in "args"',
          ),
          advise('other-image', 'Or use an image that is made for this processor'),
        ]
      : [
          advise(
            'right-build',
            `Install the build of "${programOf(evidence)}" for this system and processor, and set "command" to it`,
          ),
        ],
});

/** A text file without a first line that names its interpreter fails with the same code. */
const isScript = (evidence: Evidence): boolean => {
  const file = seen(evidence, 'command')?.resolved ?? '';
  return /\.(?:[cm]?[jt]s|py|rb|sh|php|pl|lua)$/i.test(file);
};

import type {Evidence} from '../../model/evidence.ts';
import {seen} from '../../model/evidence.ts';
import {advise, runCommand} from '../facts/launch-fixes.ts';
import {defineFailure} from '../failure.ts';

export const startNotPermitted = defineFailure({
  id: 'start-not-permitted',
  class: 'runtime',
  step: 'launch',
  title: 'The system does not permit the program to run',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {
      match:
        /\bspawn (?<command>\S+) (?:EACCES|EPERM)|Permission denied \(os error 13\)|exec: "?(?<path>[^":]+)"?: permission denied/,
      confidence: 'certain',
    },
    {match: /exit(?:ed)? (?:with )?(?:code|status) 126/i, confidence: 'likely'},
  ],
  remedies: [
    'Make the file executable: chmod +x FILE',
    'Use a program outside of the sandbox (not the snap or flatpak build)',
    'Move it to a disk and folder from which programs may run',
  ],
  detect: ({launch}) =>
    launch.spawnError !== null && /^(?:EACCES|EPERM)$/.test(launch.spawnError.code) ? launch.spawnError : null,
  explain: (error, {launch, all}) => ({
    cause: `The system does not permit to run ${fileOf(all)} (${error.code}: permission denied). ${reasonFor(all)}`,
    evidence: [
      {label: 'The system says', text: error.message, deciding: error.code},
      {label: 'Command', text: launch.argv.join(' ')},
    ],
    confidence: 'likely',
  }),
  fixes: (_, {all}) => {
    const look = seen(all, 'command')?.look;
    const file = fileOf(all);
    return [
      ...(look?.kind === 'file' && !look.isExecutable
        ? [runCommand('make-executable', `Run "chmod +x ${file}"`, ['chmod', '+x', file])]
        : []),
      advise(
        'permit',
        `Let your user run ${file}: look at the rights of the file and of each folder above it, and whether its disk is mounted with noexec`,
      ),
    ];
  },
});

const fileOf = (evidence: Evidence): string =>
  seen(evidence, 'command')?.resolved ?? seen(evidence, 'launch')?.argv[0] ?? 'the program';

const reasonFor = (evidence: Evidence): string => {
  const look = seen(evidence, 'command')?.look;
  if (look?.kind === 'folder') return 'It is a folder, not a program.';
  if (look?.kind === 'file' && !look.isExecutable) return 'The file is not marked as executable.';
  return 'The file may be on a disk without the right to run programs, in a folder that your user may not enter, or stopped by a security program.';
};

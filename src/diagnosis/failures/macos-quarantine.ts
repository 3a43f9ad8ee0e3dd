import {seen} from '../../model/evidence.ts';
import {lastWordsEvidence, signalOf} from '../facts/launch-end.ts';
import {runCommand} from '../facts/launch-fixes.ts';
import {defineFailure} from '../failure.ts';

export const macosQuarantine = defineFailure({
  id: 'macos-quarantine',
  class: 'runtime',
  step: 'launch',
  title: 'macOS ends a program that it does not trust',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {
      match:
        /Killed: 9|syspolicyd[^\n]{0,40}reject|code object is not signed at all|spctl: rejected|cannot be opened because the developer cannot be verified|no output at all; exit by SIGKILL/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Remove the quarantine mark: xattr -d com.apple.quarantine FILE',
    'Sign the program for this machine: codesign --force --sign - FILE',
  ],
  detect: ({launch, all}) => {
    if (
      all.machine.platform !== 'darwin' ||
      signalOf(launch) !== 'SIGKILL' ||
      launch.stderr.bytes + launch.stdout.bytes > 0
    )
      return null;
    return seen(all, 'command')?.resolved ?? launch.argv[0] ?? null;
  },
  explain: (file, {launch}) => ({
    cause: `macOS killed ${file} with SIGKILL before it wrote a word: the file is unsigned or marked as downloaded (quarantine), and Gatekeeper does not let it run.`,
    evidence: lastWordsEvidence(launch),
    confidence: 'likely',
  }),
  fixes: (file) => [
    runCommand('unquarantine', `Run "xattr -d com.apple.quarantine ${file}", if you trust where the file comes from`, [
      'xattr',
      '-d',
      'com.apple.quarantine',
      file,
    ]),
    runCommand('sign', `Run "codesign --force --sign - ${file}"`, ['codesign', '--force', '--sign', '-', file]),
  ],
});

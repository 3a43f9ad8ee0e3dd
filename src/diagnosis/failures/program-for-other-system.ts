import {type Evidence, type FileLook, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {lastWordsEvidence} from '../facts/launch-end.ts';
import {advise, programOf} from '../facts/launch-fixes.ts';
import {troubleOf} from '../facts/launch-trouble.ts';
import {defineFailure} from '../failure.ts';

/** Known by the first bytes of the file: systems tell nothing better than "exec format error", shells something odd. */
export const programForOtherSystem = defineFailure({
  id: 'program-for-other-system',
  class: 'runtime',
  step: 'launch',
  title: 'The file that is started is no program for this machine',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch', 'command'],
  signatures: [{match: /: \d{1,4}: (?:\\x7fELF|\u007fELF|MZ)[^\n]*not found/, confidence: 'certain'}],
  remedies: [
    'Install the build of the program for this system and processor',
    'A file of Git LFS or an empty file: fetch its content (git lfs pull), or build or download it again',
  ],
  detect: ({command, all}) => {
    const trouble = troubleOf(all);
    const what = trouble === 'start' || trouble === 'end' ? strange(command.look, all) : null;
    return what === null || command.resolved === null ? null : {what, file: command.resolved};
  },
  explain: ({what, file}, {launch}) => ({
    cause: `${file} ${what.is}, so this machine (${what.here}) cannot run it.`,
    evidence: [{label: 'Its first bytes', text: what.is, deciding: what.is}, ...lastWordsEvidence(launch).slice(0, 1)],
  }),
  fixes: ({what}, {all}) => [what.fix(all)],
});

interface Strange {
  readonly is: string;
  readonly here: string;
  readonly fix: (evidence: Evidence) => Fix;
}

const build = (evidence: Evidence): Fix =>
  advise(
    'right-build',
    `Install the build of "${programOf(evidence)}" for this system and processor, and set "command" to it`,
  );
const again = (evidence: Evidence): Fix =>
  advise('fetch-again', `Build or download "${programOf(evidence)}" again: the file holds nothing`);
const pull = (): Fix => advise('lfs-pull', 'Fetch the real file in the folder of the project: git lfs pull');

const SYSTEMS = {linux: 'Linux', darwin: 'macOS', win32: 'Windows'} as const;

const strange = (look: FileLook | null, evidence: Evidence): Strange | null => {
  const {platform} = evidence.machine;
  const here = SYSTEMS[platform];
  const is = (words: string, fix = build): Strange => ({is: words, here, fix});
  switch (look?.content) {
    case 'empty':
      return is('is an empty file', again);
    case 'lfs-pointer':
      return is('is a pointer of Git LFS (git-lfs) and not the file itself', pull);
    case 'windows':
      return platform === 'win32' ? null : is('is a program for Windows');
    case 'mach-o':
      return platform === 'darwin' ? null : is('is a program for macOS');
    case 'elf-x64':
    case 'elf-arm64':
    case 'elf-other':
      return platform !== 'linux'
        ? is('is a program for Linux')
        : isRefused(evidence)
          ? is(`is a Linux program for ${PROCESSORS[look.content]}, another processor than this machine has`)
          : null;
    default:
      return null;
  }
};

const PROCESSORS = {
  'elf-x64': 'x86-64 (amd64)',
  'elf-arm64': 'arm64 (aarch64)',
  'elf-other': 'an unusual processor',
} as const;

/** The system refused the file itself: by its errno, or through the shell that then tried to read it as a script. */
const isRefused = (evidence: Evidence): boolean => {
  const launch = seen(evidence, 'launch');
  return (
    launch?.spawnError?.code === 'ENOEXEC' ||
    /: \d{1,4}: \S*(?:\\x7f|\u007f)ELF|[Ee]xec format error|cannot execute binary file/.test(launch?.stderr.head ?? '')
  );
};

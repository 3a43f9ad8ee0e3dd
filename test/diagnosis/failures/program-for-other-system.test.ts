import {programForOtherSystem} from '../../../src/diagnosis/failures/program-for-other-system.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const file = (content: 'empty' | 'windows' | 'mach-o' | 'lfs-pointer' | 'elf-arm64' | 'text', stderr = '') => ({
  command: {resolved: '/srv/notes/server', look: {path: '/srv/notes/server', content}},
  launch: {stderr, stdout: '', exit: {code: 127}, endedDuring: 'initialize'},
});

evidenceCases(programForOtherSystem, {
  matches: [
    {name: 'a program for Windows', evidence: file('windows'), cause: [/Windows/], fix: /build/},
    {name: 'a program for macOS', evidence: file('mach-o'), cause: [/macOS/]},
    {name: 'an empty file', evidence: file('empty'), cause: [/empty/], fix: /again/},
    {name: 'a pointer of Git LFS', evidence: file('lfs-pointer'), cause: [/Git LFS/], fix: /git lfs pull/},
    {
      name: 'another processor, as a shell sees it',
      evidence: file('elf-arm64', '/srv/notes/server: 1: \\x7fELF\\x02: not found'),
      cause: [/arm64/],
    },
  ],
  misses: [
    {
      name: 'a program that ends for a reason of its own',
      evidence: file('elf-arm64', 'Error: NOTES_API_KEY is not set'),
    },
    {name: 'a script', evidence: file('text')},
    {
      name: 'a program for Windows on Windows',
      evidence: {...file('windows'), machine: {platform: 'win32'}},
    },
  ],
});

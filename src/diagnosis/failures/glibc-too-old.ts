import {advise, programOf} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const glibcTooOld = defineSaidFailure({
  id: 'glibc-too-old',
  title: "The system's C library is too old for the program",
  patterns: [
    /version [`']?(?<need>GLIBC(?:XX)?_[\d.]+)'? not found/,
    /(?<need2>GLIBC(?:XX)?_[\d.]+)' not found/,
    /Error relocating \S+: \S+: symbol not found/,
  ],
  remedies: ['Use an older or a static build of the server', 'Run the server in a container'],
  cause: ({groups}) =>
    `The program needs ${groups['need'] ?? 'another C library'}, and this system has an older (or another) one: it was built on a newer distribution.`,
  fixes: (_, evidence) => [
    advise('static-build', `Install an older or static (musl) release of "${programOf(evidence)}"`),
    advise('container', 'Or run the server in a container image'),
  ],
});

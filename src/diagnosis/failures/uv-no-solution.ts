import type {Evidence} from '../../model/evidence.ts';
import {seen} from '../../model/evidence.ts';
import {advise, setArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip, saidBy} from '../facts/stderr-lines.ts';

export const uvNoSolution = defineSaidFailure({
  id: 'uv-no-solution',
  class: 'config',
  title: 'The versions of the Python packages do not fit together',
  patterns: [
    /No solution found when resolving (?:tool |script )?(?:dependencies|requirements)?/,
    /ResolutionImpossible|conflicting dependencies/,
  ],
  confidence: 'likely',
  alsoKnownAs: [/can't be installed because it doesn't have a source distribution or wheel[^\n]*/],
  remedies: ['Take another version of the server in "args"', 'Leave version pins of other packages out'],
  cause: ({line}, evidence) =>
    `The Python packages that "${seen(evidence, 'command')?.package?.spec ?? 'the server'}" needs cannot be installed together. It says: "${clip(becauseIn(evidence) ?? line)}".`,
  fixes: (_, evidence) => {
    const look = seen(evidence, 'command')?.package;
    return look == null || !look.isPinned
      ? [
          advise(
            'other-version',
            'Take another version of the server: write "@" and a version behind its name in "args"',
          ),
        ]
      : [
          setArgument(
            evidence,
            look.argIndex,
            `${look.name}@latest`,
            `Set the package in "args" to "${look.name}@latest"`,
          ),
        ];
  },
});

const becauseIn = (evidence: Evidence): string | null =>
  /Because [\s\S]{0,300}/
    .exec(
      saidBy(evidence)
        .map(({text}) => text)
        .join('\n'),
    )?.[0]
    .replace(/\s+/g, ' ') ?? null;

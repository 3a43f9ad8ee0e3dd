import {seen} from '../../model/evidence.ts';
import {advise, mergeEntry, plainArguments, slug} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const npmNoExecutable = defineSaidFailure({
  id: 'npm-no-executable',
  class: 'config',
  title: 'npx does not know which program of the package to run',
  patterns: [
    /could not determine executable to run/,
    /ERR_PNPM_DLX_(?:NO_BIN|MULTIPLE_BINS)/,
    /could not find (?:a )?bin(?:ary)?[^\n]*in (?:the )?package/i,
  ],
  confidence: 'likely',
  remedies: ['Name package and program apart: npx -y -p PACKAGE PROGRAM', 'Use a package that has an executable'],
  cause: (_, evidence) => {
    const look = seen(evidence, 'command')?.package;
    const bins = look?.bins ?? [];
    return `npx could not determine which executable of "${look?.name ?? 'the package'}" to run: ${bins.length > 1 ? `it has several (${bins.join(', ')}), and none bears the package's name` : 'it has none that bears its name'}.`;
  },
  fixes: (_, evidence) => {
    const look = seen(evidence, 'command')?.package;
    const args = plainArguments(evidence);
    const fields = seen(evidence, 'entry')?.rules.fields;
    if (look == null || args === null || fields?.args == null)
      return [
        advise('name-program', 'Name package and program apart in "args": "-y", "-p", the package, then the program'),
      ];
    const field = fields.args;
    const rest = args.slice(look.argIndex + 1);
    const bins = [...(look.bins ?? [])].sort((a, b) => rank(a) - rank(b));
    return bins.length === 0
      ? [
          advise(
            'name-program',
            `Look up the program's name in the manual of "${look.name}", and write "-p", "${look.spec}" and the program into "args"`,
          ),
        ]
      : bins
          .slice(0, 3)
          .map((bin) =>
            mergeEntry(
              evidence,
              `run-${slug(bin)}`,
              `Set "args" to ${['-y', '-p', look.spec, bin, ...rest].join(' ')}`,
              {[field]: ['-y', '-p', look.spec, bin, ...rest]},
            ),
          );
  },
});

/** The program that serves over stdio is more likely than one for administration. */
const rank = (bin: string): number => (/stdio|mcp|server/i.test(bin) ? 0 : 1);

import type {Evidence} from '../../model/evidence.ts';
import {seen} from '../../model/evidence.ts';
import {advise, mergeEntry, plainArguments} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {saidBy} from '../facts/stderr-lines.ts';

export const uvxExecutableDiffers = defineSaidFailure({
  id: 'uvx-executable-differs',
  class: 'config',
  title: 'The Python package has no program of its own name',
  patterns: [
    /[Aa]n executable named [`'"](?<exe>[^`'"]+)[`'"] is not provided by package [`'"](?<name>[^`'"]+)[`'"]/,
    /Package [`'"](?<name2>[^`'"]+)[`'"] does not provide any executables/,
    /The executable [`'"](?<exe2>[^`'"]+)[`'"] was not found/,
    /Use [`'"]uvx --from (?<name3>\S+) \S+[`'"]/,
    /'(?<exe3>[^']+)' executable script not found in package '(?<name4>[^']+)'/,
  ],
  remedies: ['Name package and program apart: uvx --from PACKAGE PROGRAM'],
  cause: ({groups}, evidence) =>
    `The package "${groups['name'] ?? groups['exe'] ?? ''}" has no program named "${groups['exe'] ?? groups['name'] ?? ''}"${programsIn(evidence).length === 0 ? '' : `; it has ${programsIn(evidence).join(', ')}`}.`,
  fixes: ({groups}, evidence) => {
    const spec = groups['name'] ?? groups['exe'] ?? 'PACKAGE';
    const args = plainArguments(evidence);
    const field = seen(evidence, 'entry')?.rules.fields.args;
    const at =
      args?.findIndex((word) => word === spec || word.startsWith(`${spec}@`) || word.startsWith(`${spec}=`)) ?? -1;
    const found = programsIn(evidence)[0];
    if (args === null || field == null || at < 0 || found === undefined || args.includes('--from'))
      return [
        advise(
          'name-program',
          `Write "--from", "${spec}" and then the program's name into "args"${found === undefined ? '' : ` ("${found}")`}`,
        ),
      ];
    const words = [...args.slice(0, at), '--from', args[at] ?? spec, found, ...args.slice(at + 1)];
    return [mergeEntry(evidence, 'name-program', `Set "args" to ${words.join(' ')}`, {[field]: words})];
  },
});

/** uv lists the programs that the package does have. */
const programsIn = (evidence: Evidence): readonly string[] => {
  const text = saidBy(evidence)
    .map((source) => source.text)
    .join('\n');
  const list = /executables are (?:provided|available):?\n((?:\s*- .+\n?)+)/.exec(text)?.[1] ?? '';
  return [...list.matchAll(/- (\S+)/g)]
    .map((hit) => hit[1] ?? '')
    .sort((a, b) => Number(/mcp/.test(b)) - Number(/mcp/.test(a)));
};

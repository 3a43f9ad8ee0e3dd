import {seen} from '../../model/evidence.ts';
import {advise, mergeEntry, plainArguments, programOf} from '../facts/launch-fixes.ts';
import {buildProject} from '../facts/launch-install.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {TYPESCRIPT_RUNNER} from '../facts/proposed-packages.ts';

export const typescriptRunByNode = defineSaidFailure({
  id: 'typescript-run-by-node',
  class: 'config',
  title: 'Node is asked to run TypeScript',
  patterns: [
    /Unknown file extension "\.(?<ending>tsx?|mts|cts)"(?: for (?<file>\S+))?/,
    // Node takes the file for JavaScript and stumbles over its first type.
    /^(?:file:\/\/)?(?<file>\S+\.[mc]?tsx?):\d+\n(?:[^\n]*\n){1,6}SyntaxError: /m,
    /ERR_UNSUPPORTED_(?:NODE_MODULES_TYPE_STRIPPING|TYPESCRIPT_SYNTAX)/,
  ],
  remedies: [
    'Build the server, and start the JavaScript that the build makes',
    'Start it with tsx or bun instead of node',
  ],
  cause: ({groups}) =>
    `Node is started with a TypeScript file${groups['file'] === undefined ? '' : ` (${groups['file']})`}, and this Node runs JavaScript only.`,
  fixes: (_, evidence) => {
    const build = buildProject(seen(evidence, 'command')?.project ?? null);
    const args = plainArguments(evidence);
    const fields = seen(evidence, 'entry')?.rules.fields;
    const title = `Start it with tsx: set "command" to "npx", and put "-y" and "${TYPESCRIPT_RUNNER}" in front of "args"`;
    return [
      args === null || fields?.args == null || programOf(evidence) !== 'node'
        ? advise('use-tsx', title)
        : mergeEntry(evidence, 'use-tsx', title, {
            [fields.command]: 'npx',
            [fields.args]: ['-y', TYPESCRIPT_RUNNER, ...args],
          }),
      ...(build === null ? [] : [build]),
    ];
  },
});

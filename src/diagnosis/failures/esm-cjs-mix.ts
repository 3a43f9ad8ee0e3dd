import {seen} from '../../model/evidence.ts';
import {advise} from '../facts/launch-fixes.ts';
import {buildProject} from '../facts/launch-install.ts';
import {newerNodeFixes, nodeOf} from '../facts/launch-runtime.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {saidBy} from '../facts/stderr-lines.ts';

export const esmCjsMix = defineSaidFailure({
  id: 'esm-cjs-mix',
  title: 'Modules of two kinds are mixed (import and require)',
  patterns: [
    /Cannot use import statement outside a module/,
    /require is not defined in ES module scope/,
    /(?:exports|module|__dirname|__filename) is not defined in ES module scope/,
    /ERR_REQUIRE_ESM|require\(\) of ES Module (?<file>\S+)/,
    /SyntaxError: Unexpected token 'export'/,
    /ERR_REQUIRE_ASYNC_MODULE/,
    /Dynamic require of "[^"\n]{1,80}" is not supported/,
  ],
  remedies: [
    'Set "type": "module" in the package.json of the server, or name the file .mjs (or .cjs)',
    'Set "command" to the absolute path of a current Node: old ones do not mix the two',
    'Run the build of the server',
  ],
  cause: ({match}, evidence) =>
    `Node reads the server's code as the wrong kind of module: "${match}". ${seen(evidence, 'command')?.project?.manifest ?? 'The package.json next to it'} says ${seen(evidence, 'command')?.project?.type === 'module' ? '"type": "module"' : 'nothing of "type": "module"'}, and the code is written the other way.`,
  fixes: ({match}, evidence) => {
    const project = seen(evidence, 'command')?.project ?? null;
    const build = buildProject(project);
    const version = nodeOf(
      evidence,
      saidBy(evidence)
        .map(({text}) => text)
        .join('\n'),
    ).version;
    const wantsModule = /import statement|'export'/.test(match);
    return [
      ...(version !== null && Number.parseInt(version, 10) < 18 ? newerNodeFixes(evidence, 20) : []),
      ...(build === null ? [] : [build]),
      advise(
        'module-type',
        wantsModule
          ? `Write "type": "module" into ${project?.manifest ?? "the server's package.json"}, or let the file end in .mjs`
          : `Let the file end in .cjs, or remove "type": "module" from ${project?.manifest ?? "the server's package.json"}`,
      ),
    ];
  },
});

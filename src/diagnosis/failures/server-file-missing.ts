import {seen} from '../../model/evidence.ts';
import {advise, setArgument} from '../facts/launch-fixes.ts';
import {buildProject} from '../facts/launch-install.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const serverFileMissing = defineSaidFailure({
  id: 'server-file-missing',
  title: 'A file of the server itself is missing',
  patterns: [
    /Cannot find module '(?<file>(?:[A-Za-z]:[\\/]|\/|\.{1,2}[\\/])[^']*)'/,
    /Module not found "(?<file>[^"]+)"/,
    /can't open file '(?<file>[^']+)': \[Errno 2\]/,
    /Unable to access jarfile (?<file>\S+)/,
    /Could not find or load main class (?<file>\S+)/,
    /(?:application|assembly) (?:to execute )?(?:does not exist|was not found)[^'"\n]*['"](?<file>[^'"]+\.dll)['"]/i,
    /ruby: No such file or directory -- (?<file>\S+)/,
    /no main manifest attribute, in (?<jar>\S{1,200})/,
    /Could not open input file: (?<file>\S+)/,
  ],
  remedies: [
    'Build the server (npm run build), so that the file exists',
    'Correct the path in "args" to the file that exists; an absolute path is the safest',
    'Write the path of a plugin with ${CLAUDE_PLUGIN_ROOT} in front',
  ],
  cause: ({groups}, evidence) => {
    if (groups['jar'] !== undefined)
      return `${groups['jar']} is a library: it does not say which class to start, so Java cannot run it with -jar. The jar that can be started has another name (often ending in -all.jar, -runner.jar or -jar-with-dependencies.jar).`;
    const build = seen(evidence, 'command')?.project?.buildScript;
    const made =
      build == null || !/(?:^|[\\/])(?:dist|build|out|lib)[\\/]/.test(groups['file'] ?? '')
        ? ''
        : ` It is made by the script "${build}", which has not run.`;
    return `The server's file ${groups['file'] ?? ''} does not exist, so the program has nothing to run.${made}`;
  },
  fixes: ({groups}, evidence) => {
    const command = seen(evidence, 'command');
    const build = buildProject(command?.project ?? null);
    const near = command?.pathArguments.find(({exists, near}) => !exists && near.length > 0);
    const better = near?.near[0];
    return [
      ...(build === null ? [] : [build]),
      ...(near === undefined || better === undefined
        ? []
        : [setArgument(evidence, near.index, better, `Set argument ${near.index + 1} of "args" to "${better}"`)]),
      advise(
        'correct-path',
        `Correct the path ${groups['file'] ?? groups['jar'] ?? ''} in "args"; write it as an absolute path`,
      ),
    ];
  },
});

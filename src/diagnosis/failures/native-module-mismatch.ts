import {seen} from '../../model/evidence.ts';
import {advise, runCommand} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const nativeModuleMismatch = defineSaidFailure({
  id: 'native-module-mismatch',
  title: 'A native part was built for another version or system',
  patterns: [
    /was compiled against a different Node\.js version using\s+NODE_MODULE_VERSION (?<have>\d+)/,
    /NODE_MODULE_VERSION (?<have2>\d+)/,
    /ERR_DLOPEN_FAILED/,
    /invalid ELF header/,
    /Could not load the "(?<what>[\w@/.-]{1,80})" module using the \S{1,60} runtime/,
    /Could not locate the bindings file/,
    /Cannot find native binding|Cannot find module '[^'\n]{1,300}\.node'/,
    /mach-o,? (?:but|file,)[^\n]*(?:wrong|incompatible) architecture|incompatible architecture \(have/,
    /Cannot find module @rollup\/rollup-\S+|@esbuild\/\S+ package (?:is|could not be)[^\n]*|You installed esbuild for another platform/,
  ],
  remedies: [
    'Build the native parts anew: npm rebuild',
    'Install the packages again on this machine (not copied from another one)',
  ],
  cause: ({groups, line}) =>
    `A native part of the server was built for another version of Node, another system or another processor${groups['have'] === undefined ? '' : ` (NODE_MODULE_VERSION ${groups['have']})`}. It says: "${clip(line, 160)}".`,
  fixes: (_, evidence) => {
    const dir = seen(evidence, 'command')?.project?.dir;
    return dir === undefined
      ? [advise('reinstall', 'Install the server again on this machine, with the Node that runs it')]
      : [
          runCommand('rebuild', `Run "npm rebuild" in ${dir}`, ['npm', 'rebuild'], dir),
          advise('same-node', 'Or let "command" point to the Node with which the packages were installed'),
        ];
  },
});

import {seen} from '../../model/evidence.ts';
import {advise} from '../facts/launch-fixes.ts';
import {installProject} from '../facts/launch-install.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const nodeModuleMissing = defineSaidFailure({
  id: 'node-module-missing',
  title: 'A package that the server needs is not installed',
  patterns: [
    /Cannot find package '(?<name>[^'./][^']*)' imported from (?<from>\S+)/,
    /Cannot find module '(?<name>@?[a-z0-9][\w.-]*(?:\/[\w.-]+)*)'(?!\S*node:)/,
    /error: Cannot find (?:module|package) "(?<name>[^"./][^"]*)" from/,
    /Cannot find (?:package|module) ['"](?<name>[^'"./\n][^'"\n]{0,120})['"] from ['"]/,
    /Could not resolve: "(?<name>[^"./\n][^"\n]{0,120})"\. Maybe you need to "bun install"/,
    /The project in \S{1,300} doesn't seem to have been installed/,
  ],
  remedies: ['Run "npm install" (or pnpm, yarn, bun) in the folder of the server'],
  when: ({groups}) => !(groups['name'] ?? '').startsWith('node:') && !/[\\:]/.test(groups['name'] ?? ''),
  cause: ({groups, label}, evidence) => {
    const project = seen(evidence, 'command')?.project;
    const where = project == null ? '' : ` of ${project.dir}`;
    return `The server needs ${groups['name'] === undefined ? 'its packages' : `the package "${groups['name']}"`}, and Node does not find ${groups['name'] === undefined ? 'them' : 'it'} in node_modules${where}: the dependencies are not installed there.${label === '' ? '' : ''}`;
  },
  fixes: ({groups}, evidence) => {
    const install = installProject(seen(evidence, 'command')?.project ?? null);
    const inCache = /_npx/.test(groups['from'] ?? '');
    return [
      ...(install === null || inCache ? [] : [install]),
      inCache
        ? advise('fresh-npx', 'Empty the half-installed npx folder that the message names, and start the server again')
        : advise(
            'install-by-hand',
            `Install ${groups['name'] === undefined ? 'its packages (npm install, yarn install)' : `"${groups['name']}"`} in the folder of the server`,
          ),
    ];
  },
});

import {seen} from '../../model/evidence.ts';
import {lastErrorText, works} from '../facts/command-entry.ts';
import {installCommand} from '../facts/command-project.ts';
import {advice} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

const MISSING =
  /Cannot find (module|package) '|ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND|ModuleNotFoundError|No module named|cannot load such file|Could not resolve|error: Module not found/i;

export const dependenciesNotInstalled = defineFailure({
  id: 'dependencies-not-installed',
  class: 'runtime',
  step: 'command',
  title: 'The packages of the server’s project are not installed',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /Cannot find package '@modelcontextprotocol\/sdk'/i, confidence: 'certain'},
    {match: /Cannot find module '@modelcontextprotocol\/sdk/i, confidence: 'certain'},
  ],
  remedies: [
    'Install the packages: npm install (or the project’s own package manager) in the folder of the server',
    'Use a released package of the server, which brings them along',
  ],
  detect: ({command, all}) => {
    const {project} = command;
    if (project === null || !project.hasDependencies || project.isInstalled || works(all)) return null;
    const script = command.pathArguments.find((one) => one.isScript && one.exists);
    if (script === undefined || seen(all, 'launch') === undefined) return null;
    const lines = lastErrorText(all)
      .split('\n')
      .filter((one) => MISSING.test(one));
    const line = lines.find((one) => !/^\s*(throw|at|raise)\b/.test(one)) ?? lines[0];
    return line === undefined ? null : {project, line};
  },
  explain: ({project, line}) => ({
    cause: `The packages of the project in ${project.dir} are not installed (${project.packageManager ?? 'no lock file'}), and the server needs them: ${line.trim()}`,
    evidence: [
      {label: 'The server says', text: line.trim()},
      {label: 'Project', text: project.manifest},
    ],
  }),
  fixes: ({project}) => {
    const command = installCommand(project);
    return command === null
      ? [advice('install-packages', `Install the packages that ${project.manifest} names, in ${project.dir}`)]
      : [
          {
            id: 'install-packages',
            title: `Install the project's packages: ${command.join(' ')} in ${project.dir}`,
            kind: 'run',
            command,
            cwd: project.dir,
          },
        ];
  },
});

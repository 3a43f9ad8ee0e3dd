import {argPath} from '../facts/command-entry.ts';
import {installCommand, runScript} from '../facts/command-project.ts';
import {placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const buildOutputMissing = defineFailure({
  id: 'build-output-missing',
  class: 'runtime',
  step: 'command',
  title: 'The server has not been built',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match:
        /(Cannot find module|no such file or directory,? open|can't open file) ['"]?[^'"\n]{0,300}[\\/](dist|build|out|lib|target)[\\/][^'"\n]{0,300}\.(c|m)?js/i,
      confidence: 'likely',
    },
    {match: /Unable to access jarfile \S+|The application to execute does not exist: .*\.dll/i, confidence: 'likely'},
  ],
  remedies: ['Build the project: npm run build in its folder (after npm install)'],
  detect: ({command}) => {
    const script = command.pathArguments.find((one) => one.isScript && !one.exists && !one.hasTilde);
    const {project} = command;
    if (script === undefined || project === null || project.buildScript === null) return null;
    const isBelow = script.resolved.startsWith(project.dir);
    const isOutput = /[\\/](dist|build|out|lib|target|bin|\.output|publish)[\\/]/.test(
      script.resolved.slice(project.dir.length),
    );
    return isBelow && isOutput ? {script, project, build: project.buildScript} : null;
  },
  explain: ({script, project, build}, {entry}) => ({
    cause: `${script.resolved} does not exist: the project in ${project.dir} makes it with its script "${build}", which has not been run here.`,
    evidence: [
      {label: 'The script that should be started', text: script.text},
      {label: project.manifest, text: `script "${build}"`, deciding: build},
    ],
    location: placeAt(entry, argPath(entry, script.index)),
    confidence: 'likely',
  }),
  fixes: ({project, build}) => {
    const run = runScript(project, build);
    const install = installCommand(project);
    const doBuild = {
      id: 'build',
      title: `Build the project: ${run.join(' ')} in ${project.dir}`,
      kind: 'run',
      command: run,
      cwd: project.dir,
    } as const;
    if (project.isInstalled || install === null) return [doBuild];
    return [
      {
        id: 'install-first',
        title: `Install the project's packages: ${install.join(' ')} in ${project.dir} (then build it: ${run.join(' ')})`,
        kind: 'run',
        command: install,
        cwd: project.dir,
      },
      doBuild,
    ];
  },
});

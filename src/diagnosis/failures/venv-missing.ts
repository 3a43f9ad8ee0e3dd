import {commandPath, commandQuote, isNotFound, setCommand} from '../facts/command-entry.ts';
import {advice, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

const VENV = /^(.*[\\/](?:\.?venv|\.?virtualenv|env|\.env)[^\\/]*)[\\/](bin|Scripts)[\\/]([^\\/]+)$/;

export const venvMissing = defineFailure({
  id: 'venv-missing',
  class: 'config',
  step: 'command',
  title: 'The server’s Python environment is missing',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match:
        /uv trampoline failed[^\n]{0,80}|Querying Python at [^\n]{1,200} failed|EnvironmentNameNotFound|Could not find conda environment|(?:virtual ?env(?:ironment)?|venv)[^\n]{0,60}(?:does not exist|is broken|not found)/i,
      confidence: 'likely',
    },
    {match: /spawn \S*[\\/]\.?venv[\\/](bin|Scripts)[\\/]\S+ ENOENT/i, confidence: 'certain'},
    {
      match:
        /\.?venv[\\/](bin|Scripts)[\\/]python\S*.{0,40}(no such file|not found|cannot find)|venv\/Scripts\/python\.exe on mac/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Create the virtual environment (python3 -m venv .venv, or uv sync) and install the server into it',
    'Switch Scripts to bin (or the reverse): the path is the other system’s',
  ],
  detect: ({command, all}) => {
    const found = VENV.exec(command.command);
    if (found === null || !isNotFound(command)) return null;
    const [, folder = '', kind = '', program = ''] = found;
    const isOfOther = (kind === 'Scripts') !== (all.machine.platform === 'win32');
    return {
      folder,
      program,
      isOfOther,
      near: command.elsewhere.find((one) => one.path.startsWith(folder))?.path ?? null,
    };
  },
  explain: ({folder, isOfOther, near}, {entry, command}) => ({
    cause:
      near !== null
        ? `${command.command} does not exist; the environment ${folder} holds its programs elsewhere (${near}).`
        : command.look?.kind === 'link-broken'
          ? `${command.command} is a link to a Python that is gone (it was upgraded, moved or removed), so the environment ${folder} has no Python any more.`
          : `${command.command} does not exist: the Python environment ${folder} was not made on this computer${isOfOther ? ', and the path is written as on another system' : ''}.`,
    evidence: [commandQuote(entry, command, command.command)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({folder, near, isOfOther}, {entry, command, all}) => {
    const isWindows = all.machine.platform === 'win32';
    const swapped = isWindows
      ? command.command.replace(/([\\/])bin([\\/])([^\\/.]+)$/, '$1Scripts$2$3.exe')
      : command.command.replace(/([\\/])Scripts([\\/])([^\\/]+?)(\.exe)?$/, '$1bin$2$3');
    const project = command.project?.packageManager === 'uv' ? {run: ['uv', 'sync'], cwd: command.project.dir} : null;
    return [
      ...(near === null ? [] : [setCommand(entry, near, 'That is where the environment keeps its programs')]),
      ...(near === null && isOfOther ? [setCommand(entry, swapped, 'Windows says Scripts, the others say bin')] : []),
      project === null
        ? {
            id: 'make-venv',
            title: `Make the environment ${folder}`,
            kind: 'run' as const,
            command: [isWindows ? 'python' : 'python3', '-m', 'venv', folder],
          }
        : {
            id: 'make-venv',
            title: `Make the environment of ${project.cwd}: uv sync`,
            kind: 'run' as const,
            command: project.run,
            cwd: project.cwd,
          },
      advice(
        'install-server',
        `Then install the server's packages into it (${folder}/bin/pip install -r requirements.txt, or what its documentation says)`,
      ),
    ];
  },
});

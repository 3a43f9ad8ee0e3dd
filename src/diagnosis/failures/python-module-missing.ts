import {seen} from '../../model/evidence.ts';
import {setCommand} from '../facts/launch-fixes.ts';
import {installProject, installPythonPackage} from '../facts/launch-install.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const pythonModuleMissing = defineSaidFailure({
  id: 'python-module-missing',
  title: 'A Python module that the server needs is not installed',
  patterns: [
    /ModuleNotFoundError: No module named '(?<name>(?!mcp\.(?:server\.fastmcp|server\.sse|types)')[\w.]+)'/,
    /python[\d.]*(?:\.exe)?: No module named (?<name>[\w.]+)/i,
    /ImportError: No module named (?<name>[\w.]+)/,
  ],
  remedies: [
    'Install the module into the Python that runs the server (pip install, uv add)',
    'Set "command" to the Python of the virtual environment in which the module is installed',
  ],
  cause: ({groups}, evidence) => {
    const python = seen(evidence, 'command')?.runtime?.path ?? seen(evidence, 'launch')?.argv[0] ?? 'Python';
    return `The server needs the Python module "${groups['name'] ?? ''}", and ${python} does not have it: it is not installed there, or it is installed in another environment.`;
  },
  fixes: ({groups}, evidence) => {
    const command = seen(evidence, 'command');
    const venv = command?.elsewhere.find(({source}) => source === 'project');
    const install = installProject(command?.project ?? null);
    const name = (groups['name'] ?? '').split('.')[0] ?? '';
    return [
      ...(venv === undefined ? [] : [setCommand(evidence, venv.path)]),
      ...(install !== null && command?.project?.isInstalled === false ? [install] : []),
      installPythonPackage(evidence, name),
    ];
  },
});

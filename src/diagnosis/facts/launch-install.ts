import {type Evidence, type ProjectLook, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {advise, runCommand} from './launch-fixes.ts';

const INSTALL: Readonly<Record<string, readonly string[]>> = {
  npm: ['npm', 'install'],
  pnpm: ['pnpm', 'install'],
  yarn: ['yarn', 'install'],
  bun: ['bun', 'install'],
  uv: ['uv', 'sync'],
  poetry: ['poetry', 'install'],
};

/** Installs what the project's manifest asks for, with the manager whose lock file is there. */
export const installProject = (project: ProjectLook | null): Fix | null => {
  if (project === null) return null;
  const isNode = project.manifest.endsWith('package.json');
  const command = INSTALL[project.packageManager ?? (isNode ? 'npm' : '')];
  if (command === undefined) {
    if (isNode || project.packageManager !== 'pip') return null;
    const words = ['pip', 'install', '-r', 'requirements.txt'];
    return runCommand('install', `Run "${words.join(' ')}" in ${project.dir}`, words, project.dir);
  }
  return runCommand('install', `Run "${command.join(' ')}" in ${project.dir}`, command, project.dir);
};

/** Makes the build output, by the project's own script. */
export const buildProject = (project: ProjectLook | null): Fix | null => {
  if (project === null || project.buildScript === null) return null;
  const manager = project.packageManager ?? 'npm';
  const command = [['npm', 'pnpm', 'yarn', 'bun'].includes(manager) ? manager : 'npm', 'run', project.buildScript];
  return runCommand('build', `Run "${command.join(' ')}" in ${project.dir}`, command, project.dir);
};

/** Puts one Python package where the server's own interpreter finds it. */
export const installPythonPackage = (evidence: Evidence, name: string): Fix => {
  const command = seen(evidence, 'command');
  const manager = command?.project?.packageManager ?? null;
  const dir = command?.project?.dir;
  if (manager === 'uv') return runCommand('install', `Run "uv add ${name}" in ${dir ?? ''}`, ['uv', 'add', name], dir);
  if (manager === 'poetry') {
    return runCommand('install', `Run "poetry add ${name}" in ${dir ?? ''}`, ['poetry', 'add', name], dir);
  }
  const python = command?.runtime?.name === 'python' ? command.runtime.path : (command?.resolved ?? null);
  if (python === null || !/python[\d.]*(?:\.exe)?$/i.test(python)) {
    return advise('install', `Install the Python package "${name}" into the environment that runs the server`);
  }
  const words = [python, '-m', 'pip', 'install', name];
  return runCommand('install', `Run "${words.join(' ')}"`, words);
};

/** A newer program of the same runtime that is installed: its path, best first. */
export const newerRuntime = (evidence: Evidence, atLeast: number): {path: string; version: string} | null => {
  for (const {path, version} of seen(evidence, 'command')?.otherRuntimes ?? []) {
    if (version !== null && Number.parseFloat(version) >= atLeast) return {path, version};
  }
  return null;
};

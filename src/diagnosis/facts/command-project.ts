import type {ProjectLook} from '../../model/evidence.ts';

/** What installs the packages of a project, by its lock file; null where nobody can tell. */
export const installCommand = (project: ProjectLook): readonly string[] | null => {
  switch (project.packageManager) {
    case 'npm':
      return ['npm', 'install'];
    case 'pnpm':
      return ['pnpm', 'install'];
    case 'yarn':
      return ['yarn', 'install'];
    case 'bun':
      return ['bun', 'install'];
    case 'uv':
      return ['uv', 'sync'];
    case 'poetry':
      return ['poetry', 'install'];
    case 'pip':
      return ['pip', 'install', '-r', 'requirements.txt'];
    case null:
      return /package\.json$/.test(project.manifest) ? ['npm', 'install'] : null;
  }
};

/** How a script of the project is run: 'npm run build'. */
export const runScript = (project: ProjectLook, script: string): readonly string[] => {
  const {packageManager} = project;
  return [
    packageManager === 'pnpm' || packageManager === 'yarn' || packageManager === 'bun' ? packageManager : 'npm',
    'run',
    script,
  ];
};

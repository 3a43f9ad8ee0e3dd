import type {Evidence} from '../../model/evidence.ts';

interface Runtime {
  readonly name: string;
  readonly programs: readonly string[];
  /** How to get it, by system; `any` where no better word is known. */
  readonly install: {readonly any: string; readonly darwin?: string; readonly win32?: string};
}

/** Programs that start servers of many kinds, and how a person gets them (the vendors' own installation pages). */
const RUNTIMES: readonly Runtime[] = [
  {
    name: 'uv',
    programs: ['uvx', 'uv'],
    install: {
      any: 'Install uv: docs.astral.sh/uv shows the one line for this system',
      darwin: 'Install uv: brew install uv',
      win32: 'Install uv: winget install astral-sh.uv',
    },
  },
  {
    name: 'Node.js',
    programs: ['node', 'npx', 'npm', 'nodejs', 'corepack'],
    install: {
      any: 'Install Node.js (nodejs.org, or the package manager of this system)',
      darwin: 'Install Node.js: brew install node',
      win32: 'Install Node.js: winget install OpenJS.NodeJS.LTS',
    },
  },
  {
    name: 'Bun',
    programs: ['bun', 'bunx'],
    install: {
      any: 'Install Bun: bun.sh shows the one line for this system',
      darwin: 'Install Bun: brew install oven-sh/bun/bun',
      win32: 'Install Bun: winget install Oven-sh.Bun',
    },
  },
  {
    name: 'Deno',
    programs: ['deno'],
    install: {
      any: 'Install Deno: deno.com shows the one line for this system',
      darwin: 'Install Deno: brew install deno',
      win32: 'Install Deno: winget install DenoLand.Deno',
    },
  },
  {
    name: 'Docker',
    programs: ['docker', 'docker-compose'],
    install: {any: 'Install Docker (Docker Engine or Docker Desktop, docs.docker.com) and start it'},
  },
  {
    name: 'Podman',
    programs: ['podman'],
    install: {any: 'Install Podman (podman.io)', darwin: 'Install Podman: brew install podman'},
  },
  {
    name: 'Python',
    programs: ['python', 'python3', 'py', 'pip', 'pip3'],
    install: {
      any: 'Install Python 3 (python.org, or the package manager of this system)',
      darwin: 'Install Python 3: brew install python',
      win32: 'Install Python 3: winget install Python.Python.3.13',
    },
  },
  {
    name: 'pipx',
    programs: ['pipx'],
    install: {any: 'Install pipx: python3 -m pip install --user pipx', darwin: 'Install pipx: brew install pipx'},
  },
  {name: 'Poetry', programs: ['poetry'], install: {any: 'Install Poetry: pipx install poetry'}},
  {name: 'pnpm', programs: ['pnpm', 'pnpx'], install: {any: 'Install pnpm: npm install --global pnpm'}},
  {name: 'Yarn', programs: ['yarn'], install: {any: 'Install Yarn: npm install --global yarn'}},
  {name: 'tsx', programs: ['tsx'], install: {any: 'Install tsx: npm install --global tsx, or start it with npx tsx'}},
  {
    name: 'Java',
    programs: ['java'],
    install: {
      any: 'Install a Java runtime (JDK 17 or newer, for example from adoptium.net)',
      darwin: 'Install Java: brew install openjdk',
    },
  },
  {name: '.NET', programs: ['dotnet', 'dnx'], install: {any: 'Install the .NET SDK (dotnet.microsoft.com)'}},
  {name: 'Go', programs: ['go'], install: {any: 'Install Go (go.dev)', darwin: 'Install Go: brew install go'}},
  {name: 'Rust', programs: ['cargo'], install: {any: 'Install Rust (rustup.rs)'}},
  {
    name: 'Ruby',
    programs: ['ruby', 'bundle', 'gem'],
    install: {any: 'Install Ruby (ruby-lang.org, or the package manager of this system)'},
  },
  {
    name: 'PHP',
    programs: ['php', 'composer'],
    install: {any: 'Install PHP (php.net, or the package manager of this system)'},
  },
];

/** The runtime that a program belongs to; null for programs that are nobody's runtime. */
export const runtimeOf = (program: string): Runtime | null =>
  RUNTIMES.find(({programs}) => programs.includes(program)) ?? null;

/** What a person does to get it, on the machine that the evidence is from. */
export const installText = (runtime: Runtime, all: Pick<Evidence, 'machine'>): string => {
  const {platform} = all.machine;
  const {any, darwin, win32} = runtime.install;
  return (platform === 'darwin' ? darwin : platform === 'win32' ? win32 : undefined) ?? any;
};

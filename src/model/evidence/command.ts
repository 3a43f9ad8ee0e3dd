/** One place where a program of that name was found or could have been. */
export interface FoundProgram {
  readonly path: string;
  /** Where it was found: the client's PATH, the person's PATH, or a folder of a version manager or installer. */
  readonly source: 'client-path' | 'shell-path' | 'known-folder' | 'project' | 'near-name';
  /** Of the tool that owns the folder: 'nvm', 'fnm', 'volta', 'asdf', 'mise', 'homebrew', 'uv', 'pyenv', 'npm-global' … */
  readonly owner: string | null;
  readonly version: string | null;
}

/** What a file looks like from outside. */
export interface FileLook {
  readonly path: string;
  readonly exists: boolean;
  readonly kind: 'file' | 'folder' | 'link-broken' | 'other' | 'none';
  readonly isExecutable: boolean;
  readonly isReadable: boolean;
  readonly bytes: number;
  /** What its first bytes say that it is; null where it was not read (a folder, a very large file). */
  readonly content:
    | 'empty'
    | 'text'
    | 'elf-x64'
    | 'elf-arm64'
    | 'elf-other'
    | 'mach-o'
    | 'windows'
    | 'lfs-pointer'
    | 'other'
    | null;
  /** The first line when it begins with '#!'. */
  readonly shebang: {
    readonly line: string;
    readonly interpreter: string;
    readonly interpreterFound: string | null;
    readonly hasCarriageReturn: boolean;
  } | null;
}

/** One argument that seems to name a file or folder. */
export interface PathArgument {
  readonly index: number;
  readonly text: string;
  readonly resolved: string;
  readonly exists: boolean;
  readonly kind: 'file' | 'folder' | 'none';
  /** It is the script that the runtime starts (node x.js, python x.py), not just a folder to work in. */
  readonly isScript: boolean;
  readonly isRelative: boolean;
  /** Existing files that it may have meant (same name elsewhere near, another ending, src for dist). */
  readonly near: readonly string[];
  readonly hasTilde: boolean;
}

/** The package.json, pyproject.toml … that the script belongs to. */
export interface ProjectLook {
  readonly dir: string;
  readonly manifest: string;
  readonly name: string | null;
  readonly type: 'module' | 'commonjs' | null;
  /** Ranges as written: engines.node, requires-python. */
  readonly enginesNode: string | null;
  readonly requiresPython: string | null;
  readonly bins: readonly string[];
  /** The script that makes the build output, by name, when there is one ('build', 'prepare'), and the whole command line. */
  readonly buildScript: string | null;
  readonly buildCommand: string | null;
  readonly hasDependencies: boolean;
  readonly isInstalled: boolean;
  /** By its lock file. */
  readonly packageManager: 'npm' | 'pnpm' | 'yarn' | 'bun' | 'uv' | 'poetry' | 'pip' | null;
}

/** A package that a runner would fetch (npx, uvx, bunx, pnpm dlx, docker run …). */
export interface PackageLook {
  readonly runner: string;
  readonly spec: string;
  readonly name: string;
  readonly version: string | null;
  readonly ecosystem: 'npm' | 'pypi' | 'docker' | 'deno' | 'other';
  readonly isPinned: boolean;
  /** A local folder or archive. */
  readonly isLocal: boolean;
  /** Index of the spec in args, and of the executable's name when one is given apart. */
  readonly argIndex: number;
  readonly binArgIndex: number | null;
  /** Names of its executables, when they could be read without the network. */
  readonly bins: readonly string[] | null;
  readonly enginesNode: string | null;
  /** Flags that the runner needs and that are there or not: '-y' for npx, '-i' for docker run. */
  readonly hasYes: boolean;
  readonly hasInteractive: boolean;
  /** A package of a well-known server that is one or two letters away. */
  readonly nearKnown: string | null;
  /** The version of that package which a correction brings; null where none is known. */
  readonly nearKnownVersion: string | null;
}

export interface RuntimeLook {
  /** 'node', 'python', 'uv', 'docker', 'bun', 'deno', 'java', 'dotnet' … */
  readonly name: string;
  readonly path: string;
  readonly version: string | null;
}

/** How the command would be found, and what it names. Nothing is started but version questions after approval. */
export interface CommandEvidence {
  readonly command: string;
  readonly args: readonly string[];
  /** The PATH the lookup used; each folder once. */
  readonly path: {
    readonly source: 'shell' | 'gui' | 'entry';
    readonly folders: readonly {readonly folder: string; readonly exists: boolean}[];
  };
  readonly isPath: boolean;
  readonly isAbsolute: boolean;
  /** The file that would be started; null when none is found. */
  readonly resolved: string | null;
  readonly look: FileLook | null;
  /** Where else a program of that name is, best first. */
  readonly elsewhere: readonly FoundProgram[];
  /** Programs of a nearly equal name on the PATH, nearest first. */
  readonly nearNames: readonly FoundProgram[];
  readonly cwd: {
    readonly path: string;
    readonly exists: boolean;
    readonly isFolder: boolean;
    readonly isConfigured: boolean;
  };
  /** Signs of shell syntax in the command: '&&', '|', '>', '$(', ';', 'cd'. */
  readonly shellSyntax: readonly string[];
  /** The command holds white space and its first word is a program: its words. Quotes are honoured. */
  readonly words: readonly string[] | null;
  readonly firstWordFound: string | null;
  readonly hasTilde: boolean;
  readonly hasQuotes: boolean;
  readonly needsCmdWrapper: boolean;
  readonly pathArguments: readonly PathArgument[];
  readonly project: ProjectLook | null;
  readonly package: PackageLook | null;
  readonly runtime: RuntimeLook | null;
  /** Other installed versions of the same runtime, for 'too old'. */
  readonly otherRuntimes: readonly FoundProgram[];
}

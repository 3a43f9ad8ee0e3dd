import {listFolder} from '../../../files/index.ts';
import {type Host, pathsOf, variable} from '../../../model/host.ts';

export interface KnownFolder {
  readonly folder: string;
  /** Null for a folder that programs are put into by hand. */
  readonly owner: string | null;
}

/** Folders of version managers and installers. `~` is the home folder, `*` any one name; from their own documentation. */
const POSIX: readonly (readonly [owner: string | null, ...folders: string[]])[] = [
  ['nvm', '~/.nvm/versions/node/*/bin', '~/.config/nvm/versions/node/*/bin'],
  [
    'fnm',
    '~/.local/share/fnm/aliases/default/bin',
    '~/.local/share/fnm/node-versions/*/installation/bin',
    '~/.fnm/node-versions/*/installation/bin',
    '~/Library/Application Support/fnm/node-versions/*/installation/bin',
  ],
  ['volta', '~/.volta/bin', '~/.volta/tools/image/node/*/bin'],
  ['asdf', '~/.asdf/shims', '~/.asdf/installs/*/*/bin'],
  ['mise', '~/.local/share/mise/shims', '~/.local/share/mise/installs/*/*/bin'],
  ['n', '~/n/bin', '/usr/local/n/versions/node/*/bin'],
  ['nodenv', '~/.nodenv/shims'],
  ['pyenv', '~/.pyenv/shims', '~/.pyenv/versions/*/bin'],
  ['uv', '~/.local/bin', '~/.local/share/uv/python/*/bin'],
  ['cargo', '~/.cargo/bin'],
  ['bun', '~/.bun/bin'],
  ['deno', '~/.deno/bin'],
  ['go', '~/go/bin', '/usr/local/go/bin'],
  ['npm-global', '~/.npm-global/bin', '~/.npm-packages/bin', '~/.node_modules/bin'],
  ['pnpm', '~/.local/share/pnpm', '~/Library/pnpm', '~/.local/share/pnpm/bin'],
  ['yarn', '~/.yarn/bin', '~/.config/yarn/global/node_modules/.bin'],
  ['conda', '~/miniconda3/bin', '~/anaconda3/bin', '~/miniforge3/bin', '/opt/conda/bin'],
  ['dotnet', '~/.dotnet', '/usr/local/share/dotnet', '/usr/share/dotnet'],
  ['sdkman', '~/.sdkman/candidates/java/current/bin'],
  ['rbenv', '~/.rbenv/shims'],
  ['docker', '~/.docker/bin', '/Applications/Docker.app/Contents/Resources/bin', '~/.rd/bin', '~/.orbstack/bin'],
  ['homebrew', '/opt/homebrew/bin', '/home/linuxbrew/.linuxbrew/bin', '~/.linuxbrew/bin', '/opt/homebrew/opt/*/bin'],
  ['nix', '~/.nix-profile/bin', '/run/current-system/sw/bin', '/nix/var/nix/profiles/default/bin'],
  ['snap', '/snap/bin'],
  ['macports', '/opt/local/bin'],
  ['python.org', '/Library/Frameworks/Python.framework/Versions/*/bin'],
  ['system', '/usr/local/bin', '/usr/bin', '/bin', '~/bin', '/usr/sbin', '/sbin'],
  [null, '/opt/*/bin', '/usr/local/*/bin', '~/*/bin'],
];

const WINDOWS: readonly (readonly [owner: string | null, ...folders: string[]])[] = [
  ['node', '%ProgramFiles%\\nodejs', '%LOCALAPPDATA%\\Programs\\nodejs'],
  ['npm-global', '%APPDATA%\\npm'],
  ['nvm', '%NVM_SYMLINK%', '%APPDATA%\\nvm\\*', '%LOCALAPPDATA%\\nvm\\*'],
  ['volta', '%LOCALAPPDATA%\\Volta\\bin', '%ProgramFiles%\\Volta'],
  ['fnm', '%APPDATA%\\fnm\\node-versions\\*\\installation'],
  ['python', '%LOCALAPPDATA%\\Programs\\Python\\*', '%LOCALAPPDATA%\\Programs\\Python\\*\\Scripts'],
  ['pyenv', '~\\.pyenv\\pyenv-win\\shims', '~\\.pyenv\\pyenv-win\\versions\\*'],
  ['uv', '~\\.local\\bin'],
  ['cargo', '~\\.cargo\\bin'],
  ['bun', '~\\.bun\\bin'],
  ['deno', '~\\.deno\\bin'],
  ['scoop', '~\\scoop\\shims'],
  ['chocolatey', 'C:\\ProgramData\\chocolatey\\bin'],
  ['docker', '%ProgramFiles%\\Docker\\Docker\\resources\\bin'],
  ['dotnet', '%ProgramFiles%\\dotnet'],
  ['windows-apps', '%LOCALAPPDATA%\\Microsoft\\WindowsApps'],
  ['system', 'C:\\Windows\\System32', 'C:\\Windows'],
];

/** The folders of this machine that exist among the known ones; of several versions the newest first. */
export const knownFolders = async (host: Host): Promise<readonly KnownFolder[]> => {
  const table = host.platform === 'win32' ? WINDOWS : POSIX;
  const found: KnownFolder[] = [];
  for (const [owner, ...patterns] of table) {
    for (const pattern of [...movedBy(host, owner), ...patterns]) {
      const rooted = rootedAt(host, pattern);
      if (rooted === null) continue;
      for (const folder of await expand(host, rooted)) found.push({folder, owner});
    }
  }
  return found;
};

/** Managers whose folder the person moved by a variable. */
const movedBy = (host: Host, owner: string | null): readonly string[] => {
  const {join} = pathsOf(host);
  const of = (name: string, ...rest: readonly string[]): readonly string[] => {
    const value = variable(host, name);
    return value === undefined || value === '' ? [] : [join(value, ...rest)];
  };
  if (owner === 'nvm') return of('NVM_DIR', 'versions', 'node', '*', 'bin');
  if (owner === 'volta') return of('VOLTA_HOME', 'bin');
  if (owner === 'asdf') return of('ASDF_DATA_DIR', 'shims');
  if (owner === 'mise') return [...of('MISE_DATA_DIR', 'shims'), ...of('MISE_DATA_DIR', 'installs', '*', '*', 'bin')];
  if (owner === 'fnm') return of('FNM_DIR', 'node-versions', '*', 'installation', 'bin');
  if (owner === 'pyenv') return of('PYENV_ROOT', 'shims');
  if (owner === 'pnpm') return of('PNPM_HOME');
  if (owner === 'bun') return of('BUN_INSTALL', 'bin');
  if (owner === 'cargo') return of('CARGO_HOME', 'bin');
  if (owner === 'go') return of('GOPATH', 'bin');
  if (owner === 'npm-global') return of('npm_config_prefix', 'bin');
  return [];
};

const rootedAt = (host: Host, pattern: string): string | null => {
  if (pattern.startsWith('~')) return host.home === null ? null : host.home + pattern.slice(1);
  const named = /^%([^%]+)%(.*)$/.exec(pattern);
  if (named === null) return pattern;
  const value = variable(host, named[1] ?? '');
  return value === undefined ? null : value + (named[2] ?? '');
};

const expand = async (host: Host, pattern: string): Promise<readonly string[]> => {
  const paths = pathsOf(host);
  const star = pattern.indexOf('*');
  if (star < 0) return [pattern];
  const above = pattern.slice(0, star - 1);
  const names = (await listFolder(above)).map(({name}) => name).sort(newestFirst);
  const all = await Promise.all(
    names.slice(0, 100).map((name) => expand(host, paths.join(above, name) + pattern.slice(star + 1))),
  );
  return all.flat();
};

/** v20.10 before v20.9. Without Intl's comparison, which takes 5 ms to be loaded. */
const newestFirst = (a: string, b: string): number => {
  const [one, other] = [sortable(a), sortable(b)];
  return one < other ? 1 : one > other ? -1 : 0;
};

const sortable = (name: string): string => name.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'));

/** The version that a folder's own name tells: '…/versions/node/v20.1.0/bin' → '20.1.0'. */
export const versionInPath = (path: string): string | null =>
  /(?:^|[\\/@-])v?(\d+\.\d+(?:\.\d+)?)(?=[\\/-]|$)/.exec(path)?.[1] ?? null;

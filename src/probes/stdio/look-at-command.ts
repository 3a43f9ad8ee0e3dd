import {fileStatus} from '../../files/index.ts';
import type {CommandEvidence, PathArgument} from '../../model/evidence.ts';
import {type Host, pathsOf} from '../../model/host.ts';
import {printableLine} from '../../model/printable.ts';
import type {Redactor} from '../../model/redact.ts';
import type {ServerEntry, StdioLaunch} from '../../model/server.ts';
import {programName, shellSyntaxIn, wordsOf} from './command/command-words.ts';
import {lookAtFile} from './command/file-look.ts';
import {findAtPath, findProgram} from './command/find-program.ts';
import {knownFolders} from './command/known-folders.ts';
import {findElsewhere, findNearNames} from './command/near-programs.ts';
import {lookAtPackage} from './command/package-look.ts';
import {lookAtPathArguments} from './command/path-arguments.ts';
import {lookAtProject} from './command/project-look.ts';
import {otherRuntimes, runtimeName, runtimePath} from './command/runtime-look.ts';
import {type SearchPath, searchPathOf, shellPath, withExistence} from './command/search-path.ts';

export interface CommandLook {
  /** Without the runtime's version: asking for it starts a program. */
  readonly evidence: CommandEvidence;
  readonly search: SearchPath;
  readonly cwd: string;
  /** The file to start, not redacted; the command as written where none was found. */
  readonly start: string;
  /** Whose version may be asked; null where no runtime is needed or none is found. */
  readonly runtime: {readonly name: string; readonly path: string} | null;
}

/** How the command would be found, and what it names: by reading folders and files only. */
export const lookAtCommand = async (
  entry: ServerEntry,
  launch: StdioLaunch,
  options: {readonly host: Host; readonly redactor: Redactor},
): Promise<CommandLook> => {
  const {host, redactor} = options;
  const paths = pathsOf(host);
  const {command, args} = launch;
  const search = searchPathOf(host, entry.rules, launch);
  const cwd = workingFolder(host, entry, launch);
  const isPath = command.includes('/') || (host.platform === 'win32' && command.includes('\\'));
  const found =
    command === ''
      ? null
      : isPath
        ? await findAtPath(host, command, cwd)
        : await findProgram(host, search.folders, command, cwd);
  const seenAt = found ?? (isPath ? paths.resolve(cwd, command) : null);
  const look = seenAt === null ? null : await lookAtFile(host, seenAt, search.folders, cwd);
  const words = /\s/.test(command.trim()) && found === null ? wordsOf(command) : null;
  const known = await knownFolders(host);
  const roots = rootsOf(host, entry, cwd);
  const base = isPath ? (command.split(/[\\/]/).at(-1) ?? command) : command;
  const name = words === null ? base : (words[0] ?? command);
  const isLost = found === null && name !== '' && !/[\\/]/.test(name);
  const elsewhere = isLost
    ? await findElsewhere(host, name, {shell: shellPath(host), known, projects: roots, cwd, except: null})
    : [];
  const isNowhere = isLost && elsewhere.length === 0;
  const near = isNowhere
    ? [...search.folders, ...shellPath(host), ...known.filter(({owner}) => owner !== null).map(({folder}) => folder)]
    : [];
  const pathArguments = await lookAtPathArguments(host, {command, args, cwd, roots});
  const runtimeIs = runtimeName(command, args, look?.shebang?.interpreter ?? null);
  const runtimeAt =
    runtimeIs === null ? null : await runtimePath(host, runtimeIs, {resolved: found, folders: search.folders, cwd});
  const packageLook = await lookAtPackage(host, {command, args, cwd});
  const folder = await fileStatus(cwd);
  const safe = (text: string): string => printableLine(redactor.text(text));
  const evidence: CommandEvidence = {
    command: safe(command),
    args: args.map(safe),
    path: {source: search.source, folders: await withExistence(search.folders)},
    isPath,
    isAbsolute: paths.isAbsolute(command),
    resolved: found === null ? null : safe(found),
    look,
    elsewhere,
    nearNames: isNowhere ? await findNearNames(host, name, [...new Set(near)]) : [],
    cwd: {
      path: safe(cwd),
      exists: folder.exists,
      isFolder: folder.kind === 'folder',
      isConfigured: launch.cwd !== null,
    },
    shellSyntax: shellSyntaxIn(command, args).map(safe),
    words: words?.map(safe) ?? null,
    firstWordFound: words === null ? null : await firstWord(host, words, search, cwd),
    hasTilde: command.startsWith('~'),
    hasQuotes: /["'`\u201c\u201d]/.test(command),
    needsCmdWrapper: host.platform === 'win32' && found !== null && /\.(cmd|bat|ps1)$/i.test(found),
    pathArguments: pathArguments.map(
      (one): PathArgument => ({...one, text: safe(one.text), resolved: safe(one.resolved)}),
    ),
    project: await projectOf(host, {command, found, isPath, pathArguments, cwd, args}),
    package: packageLook === null ? null : {...packageLook, spec: safe(packageLook.spec), name: safe(packageLook.name)},
    runtime: runtimeIs === null || runtimeAt === null ? null : {name: runtimeIs, path: runtimeAt, version: null},
    otherRuntimes: runtimeIs === null ? [] : await otherRuntimes(host, runtimeIs, known, runtimeAt),
  };
  return {
    evidence,
    search,
    cwd,
    start: found ?? command,
    runtime: runtimeIs === null || runtimeAt === null ? null : {name: runtimeIs, path: runtimeAt},
  };
};

/** The folder that the server starts in; a client without a rule of its own starts it where the person works. */
const workingFolder = (host: Host, entry: ServerEntry, launch: StdioLaunch): string => {
  const base = entry.projectDir ?? host.cwd ?? host.home ?? pathsOf(host).sep;
  return launch.cwd === null ? base : pathsOf(host).resolve(base, launch.cwd);
};

/** Folders in which something relative may have been meant; the home folder alone would be too wide to search. */
const rootsOf = (host: Host, entry: ServerEntry, cwd: string): readonly string[] => {
  const dir = pathsOf(host).dirname(entry.file);
  const all = [
    cwd,
    entry.projectDir,
    host.cwd,
    /[\\/]\.(vscode|cursor|claude|gemini|mcp)$/.test(dir) ? pathsOf(host).dirname(dir) : dir,
  ];
  return [...new Set(all.filter((one): one is string => one !== null && one !== host.home && one !== '/'))];
};

const firstWord = async (
  host: Host,
  words: readonly string[],
  search: SearchPath,
  cwd: string,
): Promise<string | null> => {
  const first = words[0] ?? '';
  if (first === '') return null;
  return /[\\/]/.test(first) ? await findAtPath(host, first, cwd) : await findProgram(host, search.folders, first, cwd);
};

/** The project of the script, of the program that is named by its path, or of the folder that a runner works in. */
const projectOf = async (
  host: Host,
  at: {
    readonly command: string;
    readonly args: readonly string[];
    readonly found: string | null;
    readonly isPath: boolean;
    readonly pathArguments: readonly PathArgument[];
    readonly cwd: string;
  },
): Promise<CommandEvidence['project']> => {
  const {dirname} = pathsOf(host);
  const script = at.pathArguments.find((one) => one.isScript);
  if (script !== undefined) {
    const start = script.kind === 'folder' ? script.resolved : dirname(script.resolved);
    const project = await lookAtProject(host, start);
    if (project !== null) return project;
    const near = script.near[0];
    return near === undefined ? null : await lookAtProject(host, dirname(near));
  }
  const option = at.args.findIndex((arg) => /^(--directory|--project|--prefix|--cwd|-C)$/.test(arg));
  const named = at.pathArguments.find((one) => option >= 0 && one.index === option + 1);
  if (named !== undefined) return await lookAtProject(host, named.resolved);
  const worksHere = /^(npm|pnpm|yarn|bun|uv|poetry|deno|python\d?|make)$/.test(programName(at.command));
  if (worksHere) return await lookAtProject(host, at.cwd);
  return at.isPath && at.found !== null && !/^\/(usr|bin|opt)\//.test(at.found)
    ? await lookAtProject(host, dirname(at.found))
    : null;
};

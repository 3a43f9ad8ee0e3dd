import {installText, runtimeOf} from '../../diagnosis/facts/command-runtimes.ts';
import {isTooOld, lowestOf} from '../../diagnosis/facts/command-versions.ts';
import type {Change} from '../../model/change.ts';
import type {CommandEvidence, EntryEvidence, Evidence} from '../../model/evidence.ts';
import type {Finding} from '../../model/finding.ts';
import type {Need} from './need.ts';

/** What the files say of one server. */
export interface NeedFacts {
  readonly entry: EntryEvidence;
  /** How its command would be found; null for a remote server or an entry that starts nothing. */
  readonly command: CommandEvidence | null;
  /** What the configuration alone says is wrong. */
  readonly findings: readonly Finding[];
  /** Names that the project's own example file lists, that the server's script mentions, and that are not set. */
  readonly mentioned: readonly string[];
  readonly isSet: (name: string) => boolean;
  readonly hintsFor: (name: string) => readonly string[];
  /** The change that puts a variable's value where it belongs; null where mcp-fix cannot. */
  readonly placeFor: (name: string) => Change | null;
  /** How a person sets it by hand for this client. */
  readonly byHand: (name: string) => string;
  /** The Node that runs us: the one version that is known without starting anything. */
  readonly node: {readonly path: string; readonly version: string};
  readonly machine: Evidence['machine'];
}

/** Everything that the server needs, in the order in which it is checked off. Starts nothing, so it knows no versions but one. */
export const needsOf = (facts: NeedFacts): readonly Need[] => [
  ...programNeeds(facts),
  ...variableNeeds(facts),
  ...settingsNeeds(facts),
  ...signIn(facts),
];

const need = (kind: Need['kind'], id: string, rest: Partial<Need> & Pick<Need, 'state' | 'title'>): Need => ({
  kind,
  id: `${kind}:${id}`,
  detail: '',
  todo: '',
  hints: [],
  change: null,
  ...rest,
});

const programNeeds = (facts: NeedFacts): readonly Need[] => {
  const {command} = facts;
  if (command === null) return [];
  const name = command.command;
  const found = command.resolved;
  const lost = command.elsewhere[0] ?? command.nearNames[0];
  const program = need('program', name, {
    state: found === null ? 'missing' : 'met',
    title: `The program ${name}`,
    detail: found ?? `${facts.entry.rules.clientName} does not find it`,
    todo:
      found !== null
        ? ''
        : lost === undefined
          ? `${installWords(name, facts)}. Or correct its name in ${facts.entry.file}. Then look again.`
          : `There is ${lost.path}. Put its folder on the PATH, or correct the name in ${facts.entry.file}; then look again.`,
  });
  return [program, ...runtimeNeeds(command, facts.node), ...buildNeeds(command)];
};

/** A runtime is got by its own name: uvx is a part of uv. */
const installWords = (program: string, {machine}: NeedFacts): string => {
  const runtime = runtimeOf(program);
  return runtime === null ? `Install ${program}` : installText(runtime, {machine});
};

const runtimeNeeds = (command: CommandEvidence, node: NeedFacts['node']): readonly Need[] => {
  const range = command.project?.enginesNode ?? command.package?.enginesNode ?? null;
  const python = command.project?.requiresPython ?? null;
  const needs: Need[] = [];
  if (range !== null) {
    const isOurs = command.runtime?.path === node.path;
    const least = lowestOf(range);
    const isOld = isOurs && isTooOld(node.version, range);
    needs.push(
      need('version', 'node', {
        state: isOld ? 'missing' : isOurs && least !== null ? 'met' : 'later',
        title: `Node ${range}`,
        detail: isOurs ? `here is Node ${node.version}` : 'the version is asked when the server is looked at',
        todo: isOld ? `Install Node ${least ?? range} or newer, then look again.` : '',
      }),
    );
  }
  if (python !== null)
    needs.push(
      need('version', 'python', {
        state: 'later',
        title: `Python ${python}`,
        detail: 'the version is asked when the server is looked at',
      }),
    );
  return needs;
};

const buildNeeds = (command: CommandEvidence): readonly Need[] => {
  const {project} = command;
  const script = command.pathArguments.find((one) => one.isScript);
  const needs: Need[] = [];
  if (project?.hasDependencies === true) {
    const manager = project.packageManager ?? (project.manifest.endsWith('package.json') ? 'npm' : 'pip');
    const line =
      manager === 'pip' && /\.txt$/.test(project.manifest)
        ? `pip install -r ${project.manifest.split(/[\\/]/).at(-1) ?? ''}`
        : INSTALL[manager];
    needs.push(
      need('build', 'install', {
        state: project.isInstalled ? 'met' : 'missing',
        title: 'Its packages',
        detail: project.isInstalled ? `installed in ${project.dir}` : `not installed in ${project.dir}`,
        todo: project.isInstalled ? '' : `Run in ${project.dir}: ${line}; then look again.`,
      }),
    );
  }
  if (script !== undefined) {
    const build = project?.buildScript == null ? null : `${project.packageManager ?? 'npm'} run ${project.buildScript}`;
    needs.push(
      need('build', 'script', {
        state: script.exists ? 'met' : 'missing',
        title: `The file ${script.text}`,
        detail: script.exists ? 'is there' : `${script.resolved} does not exist`,
        todo: script.exists
          ? ''
          : build === null
            ? `Get the file, or correct its name in the configuration; then look again.`
            : `Run in ${project?.dir ?? '.'}: ${build}; then look again.`,
      }),
    );
  }
  return needs;
};

const INSTALL = {
  // With and without a lock file; `npm ci` refuses to work without one.
  npm: 'npm install',
  pnpm: 'pnpm install',
  yarn: 'yarn install',
  bun: 'bun install',
  uv: 'uv sync',
  poetry: 'poetry install',
  pip: 'pip install -e .',
} as const;

const variableNeeds = (facts: NeedFacts): readonly Need[] => {
  const {entry} = facts;
  const asked = entry.variables.filter((one) => one.isExpanded && one.syntax.startsWith('${input:'));
  const wanted = entry.variables.filter((one) => one.isExpanded && one.isOfEnvironment);
  const optional = new Set(wanted.filter((one) => one.hasDefault).map((one) => one.name));
  const isWanted = new Set([...wanted.map((one) => one.name), ...facts.mentioned]);
  return [
    ...[...isWanted].map((name): Need => {
      const written = wanted.filter((one) => one.name === name);
      const isThere = written.length > 0 ? written.some((one) => one.isSet) : facts.isSet(name);
      const isMissing = !isThere && !optional.has(name);
      return need('variable', name, {
        state: isMissing ? 'missing' : 'met',
        title: `The variable ${name}`,
        detail: isThere ? 'is set' : optional.has(name) ? 'is not set; its default is used' : 'is not set',
        hints: facts.hintsFor(name),
        change: isMissing ? facts.placeFor(name) : null,
        todo: isMissing ? facts.byHand(name) : '',
      });
    }),
    ...[...new Set(asked.map((one) => one.name))].map(
      (name): Need =>
        need('variable', `input ${name}`, {
          state: 'later',
          title: `The value "${name}"`,
          detail: `${entry.rules.clientName} asks for it at the first start`,
          hints: facts.hintsFor(name),
        }),
    ),
  ];
};

/** Variables have their own line, with where to get them; everything else that the files show is told as it is found. */
const settingsNeeds = (facts: NeedFacts): readonly Need[] =>
  facts.findings
    .filter((one) => one.id === 'server-not-approved' || one.severity === 'error')
    .filter((one) => !/^variable-(?:not-set|misspelt)$/.test(one.id))
    .map((finding) => {
      const isApproval = finding.id === 'server-not-approved';
      const fix = finding.fixes.find((one) => one.kind === 'edit');
      const own = isApproval && fix?.kind === 'edit' ? fix.change : null;
      return need(isApproval ? 'approval' : 'settings', finding.id, {
        state: 'missing',
        title: isApproval ? `The approval of ${facts.entry.rules.clientName}` : finding.title,
        detail: isApproval ? 'is not given yet' : finding.cause,
        todo: `${finding.fixes.at(-1)?.title ?? 'mcp-fix wizard shows more'}; then look again.`,
        change: own,
      });
    });

const signIn = ({entry}: NeedFacts): readonly Need[] => {
  const isRemote = entry.transport === 'http' || entry.transport === 'sse';
  if (!isRemote) return [];
  const hasCredential = entry.headerNames.some((name) => /^(authorization|cookie|.*(key|token).*)$/i.test(name));
  return hasCredential
    ? []
    : [
        need('sign-in', 'client', {
          state: 'later',
          title: 'A sign-in, if the server asks for one',
          detail: `${entry.rules.clientName} opens the browser for it; the look tells whether it is needed`,
        }),
      ];
};

import {type Evidence, seen} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';
import type {StepReport} from '../model/investigation.ts';
import type {ProviderStatus} from '../model/provider-status.ts';
import {exchangeLines, requestIds, timeLines} from './bundle-exchange.ts';
import {codeSpan, fenced} from './inert.ts';
import {providerStatusLines} from './provider-status-text.ts';
import type {NoRepro, Repro} from './repro.ts';

/** What goes into a bundle, redacted where it was made. Times are milliseconds since 1970. */
export interface BundleParts {
  readonly server: {
    readonly name: string;
    readonly clientName: string;
    readonly scope: string;
    readonly transport: string;
  };
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
  readonly steps: readonly StepReport[];
  readonly repro: Repro | NoRepro;
  /** What a run of the reproduction showed; null where it was not run. */
  readonly ran: string | null;
  readonly changes: readonly string[];
  readonly commits: readonly string[];
  /** What its provider says of itself; null where it was not asked for. */
  readonly provider: ProviderStatus | null;
  readonly machine: {readonly mcpFix: string; readonly os: string; readonly node: string};
  readonly now: number;
}

/** One markdown file for the server's operator, to be read without mcp-fix. Foreign text is inert. */
export const bundleOf = (parts: BundleParts): string => {
  const {server, evidence, findings} = parts;
  const [root] = findings;
  const ids = requestIds(evidence);
  const lines = [
    `# Report about the MCP server ${codeSpan(server.name)}`,
    '',
    root === undefined
      ? 'The server answered this check without a failure.'
      : `It fails at the step "${root.step}" (${root.class}). Made ${new Date(parts.now).toISOString()} by mcp-fix ${parts.machine.mcpFix}. Secrets are left out: where a value is hidden it reads \`[secret]\` or is a variable.`,
    '',
    ...(root === undefined
      ? []
      : [
          '## What fails',
          '',
          fenced(root.cause),
          '',
          ...(root.evidence.length === 0
            ? []
            : [fenced(root.evidence.map(({label, text}) => `${label}: ${text}`).join('\n')), '']),
        ]),
    '## The smallest reproduction',
    '',
    ...reproLines(parts),
    ...section('Request ids', ids.map(codeSpan)),
    ...section('Times', timeLines(evidence)),
    '## What was said',
    '',
    'Text of the server, not to be trusted.',
    '',
    ...exchangeLines(evidence, root ?? null),
    ...(parts.provider === null
      ? []
      : ['## What the provider says of itself', '', fenced(providerStatusLines(parts.provider).join('\n')), '']),
    ...section('Versions', versionLines(parts)),
    ...section(
      'Recent changes of the configuration',
      [...parts.changes.map(codeSpan), ...parts.commits.map((commit) => `commit ${codeSpan(commit)}`)],
      'None is known: neither from mcp-fix nor from version control.',
    ),
    ...section('Ruled out', ruledOut(parts), 'Nothing could be ruled out.'),
    ...section('Not checked', notChecked(parts), 'Everything was checked.'),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
};

const section = (title: string, items: readonly string[], otherwise?: string): readonly string[] =>
  items.length > 0
    ? [`## ${title}`, '', ...items.map((item) => `- ${item}`), '']
    : otherwise === undefined
      ? []
      : [`## ${title}`, '', otherwise, ''];

const reproLines = ({repro, ran}: BundleParts): readonly string[] => {
  if ('none' in repro) return [fenced(repro.none), ''];
  return [
    ...(repro.variables.length === 0
      ? []
      : [`Set these variables first: ${repro.variables.map((name) => `\`${name}\``).join(', ')}.`, '']),
    fenced(repro.text, 'sh'),
    '',
    ...repro.notes.flatMap((note) => [note, '']),
    ran === null ? 'It was not run.' : 'mcp-fix ran exactly this, without a shell:',
    '',
    ...(ran === null ? [] : [fenced(ran), '']),
  ];
};

const versionLines = ({evidence, machine, server}: BundleParts): readonly string[] => {
  const handshake = seen(evidence, 'handshake');
  const runtime = seen(evidence, 'command')?.runtime;
  const asked = [...new Set(handshake?.asked.map(({method, version}) => `${method} ${version}`) ?? [])];
  return [
    `client: ${codeSpan(server.clientName)} (${codeSpan(server.scope)}, ${server.transport})`,
    `system: ${codeSpan(machine.os)}, Node ${codeSpan(machine.node)}, mcp-fix ${codeSpan(machine.mcpFix)}`,
    ...(asked.length === 0 ? [] : [`protocol asked: ${codeSpan(asked.join(', '))}`]),
    ...(handshake?.version == null ? [] : [`protocol answered: ${codeSpan(handshake.version)}`]),
    ...(handshake?.serverName == null
      ? []
      : [`server: ${codeSpan(`${handshake.serverName} ${handshake.serverVersion ?? ''}`.trim())}`]),
    ...(runtime?.version == null ? [] : [`runtime: ${codeSpan(`${runtime.name} ${runtime.version}`)}`]),
  ];
};

/** Passed steps, each with what makes it sure. */
const ruledOut = ({steps, evidence}: BundleParts): readonly string[] =>
  steps
    .filter(({outcome}) => outcome === 'passed')
    .map(({step, durationMs}) => `${step}: ${PASSED[step]}${proofOf(evidence, step)} (${Math.round(durationMs)} ms)`);

const PASSED: Readonly<Record<StepReport['step'], string>> = {
  config: 'the entry is well formed and its client uses it',
  command: 'the command is found and may be run',
  launch: 'the process starts and stays',
  network: 'name, address, port and encryption are in order',
  http: 'the address answers HTTP as a server should',
  auth: 'no sign-in stands in the way',
  handshake: 'client and server agree on a version of the protocol',
  tools: 'the list of tools comes and is well formed',
};

const proofOf = (evidence: Evidence, step: StepReport['step']): string => {
  const network = seen(evidence, 'network');
  const open = network?.tcp.find(({isOpen}) => isOpen);
  if (step === 'network' && open !== undefined)
    return `; ${codeSpan(`${open.address} port ${network?.port ?? ''}`)} is open`;
  const version = seen(evidence, 'handshake')?.version;
  if (step === 'handshake' && version != null) return `; ${codeSpan(version)}`;
  return '';
};

const notChecked = ({steps}: BundleParts): readonly string[] =>
  steps
    .filter(({outcome, because}) => outcome === 'skipped' && because?.startsWith('not needed') !== true)
    .map(({step, because}) => `${step}${because === undefined ? '' : `: ${codeSpan(because)}`}`);

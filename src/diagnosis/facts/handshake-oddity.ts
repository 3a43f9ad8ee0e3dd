import {type Evidence, type FrameOddity, type SchemaTrouble, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {defineFailure, type Failure, type Signature} from '../failure.ts';
import {advise} from './launch-fixes.ts';
import {clip} from './stderr-lines.ts';

/** The first oddity of one of the kinds in how the server writes its messages. */
export const oddityIn = (evidence: Evidence, kinds: readonly FrameOddity['kind'][]): FrameOddity | null =>
  seen(evidence, 'launch')?.oddities.find(({kind}) => kinds.includes(kind)) ?? null;

/** What to call the server when somebody has to update it: its package, else its project, else its own name. */
export const serverWords = (evidence: Evidence): string => {
  const command = seen(evidence, 'command');
  const handshake = seen(evidence, 'handshake');
  const name =
    command?.package?.name ?? command?.project?.name ?? handshake?.serverName ?? seen(evidence, 'entry')?.name;
  return name == null ? 'the server' : `the server "${name}"`;
};

/** The server's own code has to change: update it, or correct it where it is one's own. */
export const updateServer = (evidence: Evidence, what: string): Fix => {
  const dir = seen(evidence, 'command')?.project?.dir;
  const where = dir === undefined ? '' : ` (in ${dir})`;
  return advise('update-server', `Update ${serverWords(evidence)}, or change its code${where}: ${what}`);
};

interface OddityRule {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly FrameOddity['kind'][];
  readonly signatures: readonly Signature[];
  readonly remedies: readonly string[];
  readonly cause: (oddity: FrameOddity) => string;
  readonly what: string;
  /** Changes of the configuration that help, before the server's own code. */
  readonly fixes?: (oddity: FrameOddity, evidence: Evidence) => readonly Fix[];
}

/** A failure that shows in how messages are written; the bytes decide it, so it is certain. */
export const defineOddityFailure = (rule: OddityRule): Failure =>
  defineFailure({
    id: rule.id,
    class: 'runtime',
    step: 'handshake',
    title: rule.title,
    severity: 'error',
    waitingHelps: false,
    needs: ['launch'],
    signatures: rule.signatures,
    remedies: rule.remedies,
    detect: ({all}) => oddityIn(all, rule.kinds),
    explain: (oddity) => ({
      cause: rule.cause(oddity),
      evidence: [
        {
          label: `Standard output, during "${oddity.during}"`,
          text: clip(oddity.sample, 400),
          deciding: clip(oddity.sample, 60),
        },
      ],
    }),
    fixes: (oddity, {all}) => [...(rule.fixes?.(oddity, all) ?? []), updateServer(all, rule.what)],
  });

/** Troubles of the tool list, of the given kinds. */
export const toolTroubles = (evidence: Evidence, kinds: readonly SchemaTrouble['kind'][]): readonly SchemaTrouble[] =>
  seen(evidence, 'tools')?.troubles.filter(({kind}) => kinds.includes(kind)) ?? [];

/** What the client puts in front of a tool's name. */
export const prefixOf = (evidence: Evidence): string => {
  const entry = seen(evidence, 'entry');
  return entry === undefined ? '' : entry.rules.toolPrefix.replace('{server}', entry.name);
};

/** Switch one tool off, so that the others work. */
export const disableTool = (evidence: Evidence, tool: string): Fix => {
  const entry = seen(evidence, 'entry');
  const name = `${prefixOf(evidence)}${tool}`;
  return entry?.client === 'claude-code'
    ? advise(
        'disable-tool',
        `Until then, deny "${name}" under permissions.deny of Claude Code's settings, so that the other tools work`,
      )
    : advise(
        'disable-tool',
        `Until then, switch the tool "${tool}" off in ${entry?.rules.clientName ?? 'the client'}, so that the other tools work`,
      );
};

import type {FixRecord} from '../model/record.ts';
import {AD_HOC, MESSAGES_API} from '../model/server.ts';
import type {RecordDraft} from './answers.ts';
import type {Outcome, Pending} from './state.ts';

/** A title that tells the fix to somebody who was not there. */
export const proposedTitle = (outcome: Outcome): string => {
  const {finding, server} = outcome.case;
  return finding === null ? `${server.name}: ${outcome.pending.fix.title}` : `${server.name}: ${finding.title}`;
};

/** The record of an outcome, but for what only the world knows (time, machine, versions). */
export const draftOf = (
  outcome: Outcome,
  words: {readonly title: string; readonly note: string; readonly tags: readonly string[]},
): RecordDraft => {
  const {case: known, pending, verdict, proof, after} = outcome;
  const {server, captured, finding} = known;
  const isFixed = verdict.kind === 'fixed';
  return {
    key: server.key,
    finding,
    evidence: after?.evidence ?? known.checked.evidence,
    record: {
      title: words.title.trim() === '' ? proposedTitle(outcome) : words.title.trim(),
      note: words.note.trim(),
      tags: words.tags,
      server: {
        name: server.name,
        client: server.client,
        clientName: server.clientName,
        scope: server.scope,
        file: server.file,
        transport: server.transport,
        command: server.question.url === null && server.launch !== '' ? server.launch : null,
        url: server.question.url,
      },
      error: captured ?? {text: '', source: 'probe', trigger: ''},
      failure: {
        id: finding?.id ?? 'unknown',
        class: finding?.class ?? known.disagreed?.class ?? 'runtime',
        step: finding?.step ?? 'config',
        title: finding?.title ?? 'A failure that mcp-fix does not know',
        cause: finding?.cause ?? '',
        evidence: finding?.evidence ?? [],
      },
      disagreed: known.disagreed,
      change: changeOf(pending),
      before: finding?.cause ?? captured?.text ?? '',
      after: verdict.note,
      proof: {
        outcome: isFixed ? 'fixed' : 'kept',
        by: proof?.by ?? 'the same check',
        tools: proof?.tools ?? null,
        ms: proof?.ms ?? after?.durationMs ?? 0,
      },
      howToCheck:
        server.kind === 'file'
          ? `Open the client and see that the servers of ${server.file} are there.`
          : server.client === AD_HOC
            ? 'Run mcp-fix, choose "A URL or a command", and type it again.'
            : server.client === MESSAGES_API
              ? `mcp-fix request ${JSON.stringify(server.file)} --yes`
              : `mcp-fix check ${/^[\w.-]+$/.test(server.name) ? server.name : JSON.stringify(server.name)}`,
    },
  };
};

const changeOf = (pending: Pending): FixRecord['change'] => {
  const {title, kind} = pending.fix;
  switch (pending.kind) {
    case 'edit':
      return {
        title,
        kind,
        file: pending.preview.file,
        line: pending.preview.line,
        diff: pending.preview.diff,
        command: null,
        receipt: pending.receipt.id,
      };
    case 'run':
      return {title, kind, file: null, line: null, diff: [], command: pending.fix.command, receipt: null};
    case 'advice':
      return {title, kind, file: null, line: null, diff: [], command: null, receipt: null};
  }
};

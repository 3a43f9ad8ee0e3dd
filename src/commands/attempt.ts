import {
  applyChange,
  type HandOptions,
  type Held,
  heldNote,
  type Plan,
  planChange,
  type Refusal,
  undoChange,
  valueNow,
} from '../clients/edit/index.ts';
import {compare} from '../diagnosis/compare.ts';
import {dataFolders} from '../files/index.ts';
import type {Change, ChangePreview, Receipt} from '../model/change.ts';
import {seen} from '../model/evidence.ts';
import type {Fix} from '../model/finding.ts';
import type {Host} from '../model/host.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import type {Verdict} from '../model/verdict.ts';
import {copyAttributes} from '../probes/process/index.ts';
import {type Proof, prove} from '../probes/prove.ts';
import {isStepForward} from '../repair/step-forward.ts';
import {whyNotForOwn} from './acting-edit.ts';
import {ownClientOf} from './acting-servers.ts';
import {guardOwnClient} from './own-client-guard.ts';
import {carryTrust, mayStart, type Session} from './session.ts';
import {whyNotShared} from './shared-file.ts';
import {type Look, lookAtSubject, type Subject} from './subject.ts';

/** One change that was tried: what it did, and whether it stays. */
export interface Attempt {
  readonly fix: Fix;
  readonly preview: ChangePreview;
  readonly receipt: Receipt;
  readonly after: Look | null;
  readonly verdict: Verdict;
  readonly proof: Proof | null;
  /** It comes further: the cause before is gone, and another one shows. */
  readonly isStep: boolean;
  /** What happened to the change: kept, or the old bytes are back (one sentence). */
  readonly putBack: string | null;
}

/** A change that was not made, and why; `needsValue` names the value that only the person knows. */
export interface NotTried {
  readonly fix: Fix;
  readonly refused: string;
  readonly needsValue?: string;
}

/** Where backups and records go. @throws UserError when the machine names no home */
export const dataDirOf = (host: Host): string => {
  const folders = dataFolders(host);
  if (folders === null)
    throw new UserError(
      'mcp-fix keeps backups in your home folder, and HOME is not set. Set HOME, then run it again.',
      EXIT.unchecked,
    );
  return folders.data;
};

/** What it takes to write a person's file, or to take that back. @throws UserError when the machine names no home */
export const handOf = (host: Host): HandOptions => ({
  host,
  dataDir: dataDirOf(host),
  copyAttributes: copyAttributes(host),
});

/**
 * The loop without a screen: applies the ONE change of a fix, looks again, proves it with a real client, and puts the old
 * bytes back unless the server works.
 */
export const attempt = async (
  session: Session,
  subject: Subject,
  before: Look,
  fix: Fix & {readonly kind: 'edit'},
  options: {
    readonly value: string | null;
    readonly signal: AbortSignal;
    readonly serverName: string;
    /** Where another client is acted as: what works for the entry's own client has to go on working. */
    readonly own: Session | null;
    /** A change that comes further stays, although something else stops the server then. */
    readonly keepsStep: boolean;
  },
): Promise<Attempt | NotTried> => {
  const {host} = session;
  const hand = handOf(host);
  const plan = await planFor(session, subject, fix.change, options.value);
  if ('refused' in plan)
    return {fix, refused: plan.refused, ...(plan.needsValue === undefined ? {} : {needsValue: plan.needsValue})};
  const wasTrusted = subject.kind === 'server' && mayStart(session, subject.entry, before.digest);
  const worseForOwn = await guardOwnClient(options.own, subject, options.signal);
  const receipt = await applyChange(plan, hand);
  if (wasTrusted) await carryTrust(session, subject.key, false);
  const undo = async (): Promise<string> => (await undoChange(receipt.id, hand)).note;
  try {
    const after = await lookAgain(session, subject, options);
    const verdict = verdictOf(before, after);
    const proof = verdict.kind === 'fixed' && after !== null ? await proofOf(session, after, options.signal) : null;
    const isWell = verdict.kind === 'fixed' && (proof === null || proof.ok);
    const lost = lossNote(subject, await valueNow(plan)) ?? (isWell ? await worseForOwn() : null);
    const isFixed = isWell && lost === null;
    const isStep = isStepForward(verdict, {
      before: before.diagnosis.findings[0] ?? null,
      after: after?.diagnosis.findings[0] ?? null,
      preview: plan.preview,
    });
    const isKept = isFixed || (isStep && options.keepsStep && lost === null);
    return {
      fix,
      preview: plan.preview,
      receipt,
      after,
      isStep,
      verdict: lost !== null ? {kind: 'cannot-tell', note: lost} : isFixed ? verdict : unproved(verdict, proof),
      proof,
      putBack: isKept ? null : await undo(),
    };
  } catch (error) {
    await undo();
    throw error;
  }
};

/** The sentence for a value that the client of the subject's file put back, or that somebody overwrote. */
export const lossNote = (subject: Subject, held: Held): string | null => {
  if (subject.kind === 'file') return heldNote(held, subject.file.path, subject.file.clientName);
  const {entry} = subject;
  const own = ownClientOf(entry);
  return heldNote(
    held,
    entry.file,
    own?.name ?? entry.rules.clientName,
    own?.ownEdit?.(entry.name, entry.scope) ?? null,
  );
};

/** What the change does, read in the dialect that the subject's client reads. */
export const planFor = async (
  session: Session,
  subject: Subject,
  change: Change,
  value: string | null,
): Promise<Plan | Refusal> => {
  const foreign = subject.kind === 'server' ? whyNotForOwn(subject.entry, change) : null;
  if (foreign !== null) return {refused: foreign};
  const shared = await whyNotShared(session.host, change, value);
  if (shared !== null) return {refused: shared};
  const own = subject.kind === 'server' ? subject.entry : {file: subject.file.path, format: subject.file.format};
  return planChange(change, {
    host: session.host,
    keptBy: (await session.find()).keeperOf(change.file),
    ...(value === null ? {} : {value}),
    ...(own.file === change.file ? {format: own.format} : {}),
  });
};

/** The same subject after the change. A file that reads again shows its servers: the one of the name is looked at. */
export const lookAgain = async (
  session: Session,
  subject: Subject,
  options: {readonly signal: AbortSignal; readonly serverName: string},
): Promise<Look | null> => {
  const again = await lookAtSubject(session, subject.key, options);
  if (again !== null && (subject.kind === 'server' || again.status === 'broken')) return again;
  const found = await session.find();
  const of = found.entries.filter((entry) => entry.name === options.serverName);
  const entry =
    (subject.kind === 'file' ? of.find((one) => one.file === subject.file.path) : undefined) ??
    of.find((one) => one.standing.state === 'active') ??
    of[0];
  return entry === undefined ? again : lookAtSubject(session, entry.key, options);
};

/** What two looks at the same subject say of the change between them. */
export const verdictOf = (before: Look, after: Look | null): Verdict => {
  if (after === null) return {kind: 'cannot-tell', note: 'The server is not in the configuration any more.'};
  if (before.evidence.file !== undefined && after.because === 'untrusted') {
    return {
      kind: 'fixed',
      note: 'The file reads again, and its client sees the server. It was not asked yet: nobody has approved it.',
    };
  }
  return compare(before, after);
};

const unproved = (verdict: Verdict, proof: Proof | null): Verdict =>
  proof === null || proof.ok
    ? verdict
    : {
        kind: 'cannot-tell',
        note: `Our own check is content, but a real client (${proof.by}) is not: ${proof.error ?? 'it gave no reason'}`,
      };

/** A real SDK client connects and lists the tools; null for a look that is not a server's. */
export const proofOf = async (session: Session, look: Look, signal: AbortSignal): Promise<Proof | null> => {
  const handshake = seen(look.evidence, 'handshake');
  if (handshake?.era == null) return null;
  const entry = (await session.find()).entries.find((one) => one.key === look.key);
  return entry === undefined
    ? null
    : prove(entry, {host: session.host, timeoutMs: session.timeoutMs, signal, era: handshake.era});
};

import path from 'node:path';
import {
  applyChange,
  followValue,
  type Held,
  type Plan,
  undoChange,
  valueNow,
  type Written,
  watchValue,
} from '../clients/edit/index.ts';
import {CLIENTS, digestOf, type Found} from '../clients/index.ts';
import {writeNewFile} from '../files/index.ts';
import {UserError} from '../model/user-error.ts';
import {addToTeamFile, listRecords, toMarkdown} from '../records/index.ts';
import type {Checked, LookOptions} from '../repair/answers.ts';
import type {RepairPorts, WizardList} from '../repair/ports.ts';
import {createActingServers} from './acting-servers.ts';
import {dataDirOf, handOf, lookAgain, lossNote, planFor, proofOf, verdictOf} from './attempt.ts';
import {pastFixes} from './past-fixes.ts';
import {saveDraft} from './recording.ts';
import {reproPorts} from './repro-ports.ts';
import {runFix} from './run-fix.ts';
import {serverRow} from './server-row.ts';
import {carryTrust, mayStart, type Session} from './session.ts';
import {lookAtSubject, type Subject, subjectsOf} from './subject.ts';
import {createTurns} from './turns.ts';
import {createTypedServers, isTyped, withAdvice} from './typed-servers.ts';
import {lookOf} from './wizard-look.ts';
import {statusPorts} from './wizard-status.ts';
import {writtenBefore} from './written-before.ts';

const GONE = 'This server is not in the configuration any more. Go back to the list.';
const TYPE_AGAIN =
  'This server was typed in an earlier run, and stands in no file. Go back to the list and type it again.';

/** The wizard's questions, answered by the real world. */
export const wizardPorts = (
  own: Session,
  options: {readonly isPractice: boolean; readonly only: string | null; readonly isOffline: boolean},
): RepairPorts => {
  const {host} = own;
  const others = createActingServers(own);
  const typed = createTypedServers(others.session);
  const {session} = typed;
  const {withPage, providerStatus} = statusPorts(session, {isOffline: options.isOffline});
  /** The one plan that `apply` may write, and whose it is. */
  let planned: {readonly plan: Plan; readonly subject: Subject; readonly wasTrusted: boolean} | null = null;
  /** The last written change: a running client may put its own copy back. */
  let written: Change | null = null;
  const lostNote = async (): Promise<string | null> => {
    if (written === null) return null;
    if (written.held === 'stands') written.held = await valueNow(written.plan);
    return lossNote(written.subject, written.held);
  };
  /** The newest look at each, for the era that a proof speaks. */
  const looks = new Map<string, Checked>();
  const turns = createTurns(Math.min(8, Math.max(4, 2 * host.cores)));

  const subjectOf = async (key: string): Promise<Subject> => {
    const subject = subjectsOf(session, await session.find()).find((one) => one.key === key);
    if (subject === undefined) throw new UserError(isTyped(key) ? TYPE_AGAIN : GONE);
    return subject;
  };

  const isWanted = (subject: Subject): boolean =>
    options.only === null ||
    isTyped(subject.key) ||
    (subject.kind === 'server'
      ? subject.entry.name === options.only
      : subject.file.serverNames.includes(options.only) || subject.file.syntax !== null);

  /** A change of an earlier run, from the journal; null where it is there no more. */
  const earlier = async (key: string, receipt: string): Promise<Change | null> => {
    const plan = await writtenBefore(host, receipt);
    const subject = plan === null ? null : await subjectOf(key).catch(() => null);
    if (plan === null || subject === null) return null;
    written = {plan, subject, receipt, held: 'stands'};
    return written;
  };

  const look = (key: string, wish: LookOptions): Promise<Checked> =>
    turns(key, async () => {
      wish.onStart();
      const look = await lookAtSubject(session, key, lookOf(wish));
      if (look === null) throw new UserError(isTyped(key) ? TYPE_AGAIN : GONE);
      const checked = withPage(withAdvice(look));
      looks.set(key, checked);
      return checked;
    });

  return {
    now: host.now,
    list: async (): Promise<WizardList> => {
      const found = await session.find();
      return {
        rows: await Promise.all(
          subjectsOf(session, found)
            .filter(isWanted)
            .map((subject) => serverRow(session, found, subject)),
        ),
        looked: [...new Set(found.files.map((file) => `${file.clientName}: ${file.path}`))],
        clients: clientsOf(found),
        isPractice: options.isPractice,
      };
    },
    typed: async (text) => {
      const key = await typed.add(text);
      return serverRow(session, await session.find(), await subjectOf(key));
    },
    investigate: look,
    approve: async (key, digest) => {
      const subject = await subjectOf(key);
      if (subject.kind !== 'server') return;
      if ((await digestOf(subject.entry, host)) !== digest)
        throw new UserError('The entry has changed since it was shown. Look at it again.');
      await session.approvals.approve(digest, {
        name: subject.entry.name,
        client: subject.entry.client,
        file: subject.entry.file,
      });
    },
    plan: async (key, fix, value) => {
      planned = null;
      if (fix.kind !== 'edit') return {kind: 'refused', why: 'This is no change of a setting.', needsValue: null};
      const subject = await subjectOf(key);
      const plan = await planFor(session, subject, fix.change, value);
      if ('refused' in plan) return {kind: 'refused', why: plan.refused, needsValue: plan.needsValue ?? null};
      const wasTrusted =
        subject.kind === 'server' && mayStart(session, subject.entry, await digestOf(subject.entry, host));
      planned = {plan, subject, wasTrusted};
      return {kind: 'planned', preview: plan.preview};
    },
    apply: async () => {
      if (planned === null) throw new UserError('There is no change to make. Choose one first.');
      const {plan, subject, wasTrusted} = planned;
      planned = null;
      const receipt = await applyChange(plan, handOf(host));
      const change: Change = {plan, subject, receipt: receipt.id, held: 'stands'};
      written = change;
      void watchValue(plan, {signal: new AbortController().signal}).then((held) => {
        change.held = held;
      });
      // The person saw the difference and said yes to it: it is not asked a second time.
      if (wasTrusted) await carryTrust(session, subject.key, true);
      return receipt;
    },
    runCommand: (fix, signal) => runFix(session, fix, signal),
    rerun: (key, before, wish) =>
      turns(key, async () => {
        wish.onStart();
        // A new look: what stands there now counts.
        if (written !== null) written.held = 'stands';
        const subject = before.evidence.file === undefined ? await subjectOf(key).catch(() => null) : null;
        const again =
          subject === null
            ? await lookAfterFile(session, before, wish)
            : await lookAgain(session, subject, {...lookOf(wish), serverName: ''});
        if (again === null) throw new UserError('The server is not in the configuration any more.');
        const checked = withPage(withAdvice(again));
        looks.set(checked.key, checked);
        const lost = await lostNote();
        if (lost !== null) return {checked, verdict: {kind: 'cannot-tell', note: lost}};
        const server = await serverRow(session, await session.find(), await subjectOf(checked.key));
        return {checked, verdict: verdictOf(before, checked), server};
      }),
    prove: async (key, signal) => {
      const checked = looks.get(key);
      const proof = checked === undefined ? null : await proofOf(session, checked, signal);
      const lost = await lostNote();
      if (lost !== null) return {isOk: false, tools: null, by: 'the look at the file', error: lost, ms: 0};
      return proof === null
        ? {isOk: true, tools: null, by: 'the same check', error: null, ms: 0}
        : {isOk: proof.ok, tools: proof.tools, by: proof.by, error: proof.error, ms: proof.ms};
    },
    putBack: async (receipt) => {
      written = null;
      return (await undoChange(receipt.id, handOf(host))).note;
    },
    watch: async (key, receipt, signal) => {
      const change = written?.receipt === receipt.id ? written : await earlier(key, receipt.id);
      if (change === null) return null;
      if (change.held === 'stands') change.held = await followValue(change.plan, {signal});
      return signal.aborted ? null : lossNote(change.subject, change.held);
    },
    similar: async (key, finding) => pastFixes(session, {finding, server: await subjectOf(key)}),
    ...reproPorts(session, turns),
    actAs: async (key, client) => {
      const acting = await others.add(key, client);
      return serverRow(session, await session.find(), await subjectOf(acting));
    },
    providerStatus,
    explain: async (text) => (await import('../diagnosis/index.ts')).explainText(text),
    save: (draft) => saveDraft(session, draft),
    exportMarkdown: async (where, record) => {
      if (where === 'team') {
        if (session.projectDir === null) throw new UserError('There is no project folder here to write it into.');
        return addToTeamFile(session.projectDir, record, host);
      }
      const file = path.join(dataDirOf(host), 'mcp-fixes.md');
      await writeNewFile(file, toMarkdown(await listRecords(dataDirOf(host))));
      return file;
    },
    markdownOf: async (record) => toMarkdown([record]),
  };
};

/** Those that have files here first. */
const clientsOf = ({files}: Found): WizardList['clients'] => {
  const used = new Set(files.filter(({exists}) => exists).map(({client}) => client));
  return CLIENTS.toSorted((a, b) => Number(used.has(b.id)) - Number(used.has(a.id))).map(({id, name}) => ({id, name}));
};

/** A change that was written, and what the watch over it has seen so far. */
interface Change {
  readonly plan: Written;
  readonly subject: Subject;
  readonly receipt: string;
  held: Held;
}

/** A file that read badly before: the file again, or one of the servers that now stand in it. */
const lookAfterFile = async (session: Session, before: Checked, wish: LookOptions): Promise<Checked | null> => {
  const again = await lookAtSubject(session, before.key, lookOf(wish));
  if (again !== null && again.status === 'broken') return again;
  const file = before.evidence.file;
  if (file === undefined || 'skipped' in file) return again;
  const entries = (await session.find()).entries.filter(
    (entry) => entry.file === file.path && file.serverNames.includes(entry.name),
  );
  const looks = await Promise.all(entries.map((entry) => lookAtSubject(session, entry.key, lookOf(wish))));
  return looks.find((one) => one?.status === 'broken') ?? looks.find((one) => one !== null) ?? again;
};

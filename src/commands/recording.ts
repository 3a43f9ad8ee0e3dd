import type {Finding} from '../model/finding.ts';
import type {FixRecord} from '../model/record.ts';
import {finishRecord, newRecord, saveRecord} from '../records/index.ts';
import type {RecordDraft} from '../repair/answers.ts';
import {clientWords} from './acting-servers.ts';
import {type Attempt, dataDirOf} from './attempt.ts';
import {withSnapshot} from './record-snapshot.ts';
import type {Session} from './session.ts';
import type {Look, Subject} from './subject.ts';

/** Saves what a repair without a screen did. */
export const recordOf = async (
  session: Session,
  subject: Subject,
  before: Look,
  root: Finding,
  done: Attempt,
  note: string,
): Promise<FixRecord> => {
  const after = done.after?.evidence ?? before.evidence;
  const made = newRecord({
    host: session.host,
    subject:
      subject.kind === 'server'
        ? {...subject.entry, clientName: clientWords(subject.entry)}
        : {
            name: subject.file.serverNames[0] ?? subject.file.path,
            client: subject.file.client,
            clientName: subject.file.clientName,
            scope: subject.file.scope,
            file: subject.file.path,
            transport: 'unknown',
          },
    before: before.evidence,
    after,
    root,
    fix: done.fix,
    preview: done.preview,
    receipt: done.receipt,
    proof: done.proof,
    note,
    outcome: done.verdict.kind === 'fixed' ? 'fixed' : 'kept',
  });
  const record = await withSnapshot(session.host, made, after);
  await saveRecord(dataDirOf(session.host), record);
  return record;
};

/** Saves what the wizard's person wants to keep. */
export const saveDraft = async (session: Session, draft: RecordDraft): Promise<FixRecord> => {
  const {host} = session;
  const made = finishRecord(draft.record, {host, evidence: draft.evidence});
  const record = await withSnapshot(host, made, draft.evidence);
  await saveRecord(dataDirOf(session.host), record);
  return record;
};

import type {Finding} from '../model/finding.ts';
import type {FixRecord} from '../model/record.ts';
import {newRecord, saveRecord} from '../records/index.ts';
import type {Attempt} from './attempt.ts';
import {dataDirOf} from './attempt.ts';
import type {Session} from './session.ts';
import type {Look, Subject} from './subject.ts';

/** Saves what worked. A record that cannot be written never undoes the repair: the caller says so. */
export const recordOf = async (
  session: Session,
  subject: Subject,
  before: Look,
  root: Finding,
  done: Attempt,
  note: string,
): Promise<FixRecord | null> => {
  const record = newRecord({
    host: session.host,
    subject:
      subject.kind === 'server'
        ? {...subject.entry, clientName: subject.entry.rules.clientName}
        : {
            name: subject.file.serverNames[0] ?? subject.file.path,
            client: subject.file.client,
            clientName: subject.file.clientName,
            scope: subject.file.scope,
            file: subject.file.path,
            transport: 'unknown',
          },
    before: before.evidence,
    after: done.after?.evidence ?? before.evidence,
    root,
    fix: done.fix,
    preview: done.preview,
    receipt: done.receipt,
    proof: done.proof,
    note,
  });
  await saveRecord(dataDirOf(session.host), record);
  return record;
};

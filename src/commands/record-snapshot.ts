import {clientVersions} from '../clients/index.ts';
import {statusOf} from '../diagnosis/status-of.ts';
import {stepsOf} from '../diagnosis/steps-of.ts';
import {type Evidence, seen} from '../model/evidence.ts';
import type {Host} from '../model/host.ts';
import type {Json} from '../model/json.ts';
import type {FixRecord} from '../model/record.ts';
import {snapshotOf} from '../reports/make-snapshot.ts';

/** Far below what a record may have (1 MB): a server with ten thousand tools must not make its record unreadable. */
const MOST_CHARACTERS = 256 * 1024;

/** The machine for snapshots that are compared with a later one of the same machine, run from whatever folder. */
export const withoutFolder = (host: Host): Host => ({...host, cwd: null});

/** The record with a snapshot of its server, as the evidence tells it; as it is where the evidence is of a file. */
export const withSnapshot = async (host: Host, record: FixRecord, evidence: Evidence): Promise<FixRecord> => {
  const entry = seen(evidence, 'entry');
  if (entry === undefined) return record;
  const {diagnoseAll} = await import('../diagnosis/index.ts');
  const diagnosis = diagnoseAll(evidence);
  const {status} = statusOf(evidence, diagnosis, entry.standing);
  const files = [{client: entry.client, path: entry.file, exists: true}];
  const made = snapshotOf(withoutFolder(host), {
    files,
    versions: await clientVersions(host, files),
    servers: [
      {
        evidence,
        entry,
        approved: status !== 'unchecked',
        status,
        findings: diagnosis.findings,
        steps: stepsOf(evidence, diagnosis),
        plain: {},
        command: null,
      },
    ],
  });
  const text = JSON.stringify(made);
  if (text.length > MOST_CHARACTERS) return record;
  const snapshot: Json = JSON.parse(text);
  return {...record, snapshot};
};

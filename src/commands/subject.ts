import type {Found} from '../clients/index.ts';
import {stepsOf} from '../diagnosis/steps-of.ts';
import type {Evidence, FileEvidence} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';
import type {Investigation} from '../model/investigation.ts';
import type {ServerEntry} from '../model/server.ts';
import {checkFiles, type LookOptions, lookAt, machineOf, type Session} from './session.ts';

/** What can be looked at and repaired: a server, or a file that hides its servers. */
export type Subject =
  | {readonly kind: 'server'; readonly key: string; readonly entry: ServerEntry}
  | {readonly kind: 'file'; readonly key: string; readonly file: FileEvidence; readonly findings: readonly Finding[]};

/** A look at a subject: an investigation without the entry, which holds secrets. */
export type Look = Omit<Investigation, 'entry'> & {readonly key: string};

/** The key of a file row: never equal to an entry's, which names the server too. */
export const fileKey = (file: FileEvidence): string => `file\u0000${file.client}\u0000${file.scope}\u0000${file.path}`;

/** Every subject there is: servers, then files with trouble of their own. */
export const subjectsOf = (session: Session, found: Found): readonly Subject[] => [
  ...found.entries.map((entry): Subject => ({kind: 'server', key: entry.key, entry})),
  ...checkFiles(found, session.host)
    .filter(({findings}) => findings.length > 0)
    .map(({evidence, findings}): Subject => ({kind: 'file', key: fileKey(evidence), file: evidence, findings})),
];

/** Looks at a subject as it is now; null when it is not there any more. */
export const lookAtSubject = async (session: Session, key: string, options: LookOptions): Promise<Look | null> => {
  const found = await session.find();
  const entry = found.entries.find((one) => one.key === key);
  if (entry !== undefined) {
    const {entry: _withSecrets, ...look} = await lookAt(session, found, entry, options);
    return {...look, key};
  }
  const file = checkFiles(found, session.host).find(({evidence}) => fileKey(evidence) === key);
  return file === undefined ? null : lookAtFile(session, file.evidence, file.findings, options.reported);
};

/** A file's own trouble, in the shape of an investigation: everything after the configuration waits for it. */
const lookAtFile = (
  session: Session,
  file: FileEvidence,
  findings: readonly Finding[],
  reported: LookOptions['reported'],
): Look => {
  const waits = {skipped: 'the file has to be readable first'};
  const evidence: Evidence = {
    file,
    command: waits,
    launch: waits,
    network: waits,
    http: waits,
    auth: waits,
    handshake: waits,
    tools: waits,
    machine: machineOf(session.host),
    ...(reported === undefined ? {} : {reported}),
  };
  const diagnosis = {findings, notChecked: [], crashed: []};
  const hasError = findings.some((finding) => finding.severity === 'error');
  return {
    key: fileKey(file),
    evidence,
    diagnosis,
    steps: stepsOf(evidence, diagnosis),
    status: hasError ? 'broken' : findings.length > 0 ? 'warned' : 'healthy',
    digest: '',
    durationMs: 0,
  };
};

import type {FileEvidence} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';
import type {FixRecord} from '../model/record.ts';
import type {ServerEntry} from '../model/server.ts';
import {fingerprint} from './fingerprint.ts';

/** What is broken now. */
export interface Question {
  readonly key?: string;
  readonly finding: Pick<Finding, 'id'>;
  readonly server:
    | {readonly kind: 'server'; readonly entry: Pick<ServerEntry, 'name' | 'launch'>}
    | {readonly kind: 'file'; readonly file: Pick<FileEvidence, 'path' | 'serverNames'>};
}

/** Records of the same failure that worked: of the same server first, then of others; newest first within each. */
export const similarRecords = (records: readonly FixRecord[], question: Question): readonly FixRecord[] => {
  const {finding, server} = question;
  const wanted = printOf(question);
  const name = server.kind === 'server' ? server.entry.name : (server.file.serverNames[0] ?? server.file.path);
  const rank = (record: FixRecord): number => (record.fingerprint === wanted ? 0 : record.server.name === name ? 1 : 2);
  return records
    .filter((record) => record.failure.id === finding.id && record.proof.outcome !== 'put-back')
    .map((record, index) => ({record, index}))
    .sort((a, b) => rank(a.record) - rank(b.record) || a.index - b.index)
    .map(({record}) => record)
    .slice(0, 20);
};

const printOf = ({finding, server}: Question): string => {
  if (server.kind === 'file') {
    return fingerprint({
      failureId: finding.id,
      serverName: server.file.serverNames[0] ?? server.file.path,
      command: null,
      url: null,
    });
  }
  const {name, launch} = server.entry;
  return fingerprint({
    failureId: finding.id,
    serverName: name,
    command: launch?.kind === 'stdio' ? [launch.command, ...launch.args].join(' ') : null,
    url: launch?.kind === 'remote' ? launch.url : null,
  });
};

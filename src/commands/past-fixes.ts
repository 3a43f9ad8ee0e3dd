import {dataFolders} from '../files/index.ts';
import type {Finding} from '../model/finding.ts';
import {listRecords, type Question, readTeamFile, similarRecords} from '../records/index.ts';
import type {PastFix} from '../repair/answers.ts';
import type {Session} from './session.ts';

/**
 * Fixes of the same failure that worked: of the same server first, one's own and those in the project's
 * docs/mcp-fixes.md. One that is in both is one's own. Never throws for what the files hold.
 */
export const pastFixes = async (session: Session, question: Question): Promise<readonly PastFix[]> => {
  const {host, projectDir} = session;
  const folders = dataFolders(host);
  const [own, team] = await Promise.all([
    folders === null ? [] : listRecords(folders.data),
    readTeamFile(projectDir, host),
  ]);
  const ownIds = new Set(own.map(({id}) => id));
  const all = [...own, ...team.filter(({id}) => !ownIds.has(id))].sort((a, b) =>
    a.at < b.at ? 1 : a.at > b.at ? -1 : 0,
  );
  return similarRecords(all, question).map((record) => ({record, from: ownIds.has(record.id) ? 'own' : 'team'}));
};

/** For the text of a report: when it was fixed before, and by what. Empty where it never was. */
export const pastFixLines = async (
  session: Session,
  finding: Finding,
  server: Question['server'],
): Promise<readonly string[]> => {
  const past = await pastFixes(session, {finding, server});
  return past
    .filter(({record}, index) => past.findIndex((one) => one.record.change.title === record.change.title) === index)
    .slice(0, 3)
    .map(({record, from}) => {
      const where = from === 'team' ? 'docs/mcp-fixes.md' : `mcp-fix log show ${record.id}`;
      return `${record.proof.outcome === 'fixed' ? 'Fixed' : 'Tried'} before, on ${record.at.slice(0, 10)}, by: ${record.change.title} (${where})`;
    });
};

import type {EntryEvidence} from '../../model/evidence.ts';
import {advice} from '../facts/config-entry.ts';
import {deciderLine, deciderText} from '../facts/config-standing.ts';
import {defineFailure} from '../failure.ts';

export const folderNotTrusted = defineFailure({
  id: 'folder-not-trusted',
  class: 'config',
  step: 'config',
  title: 'The project folder is not trusted',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /folder is not trusted|MCP servers are disabled because this folder/i, confidence: 'certain'},
    {
      match: /(workspace|folder|project) (is|was) (not trusted|untrusted)|untrusted (workspace|folder|project)/i,
      confidence: 'certain',
    },
    {match: /^No MCP servers configured\.?$/im, confidence: 'possible'},
    {match: /^[^\w\n]{0,20}Disconnected[^\w\n]{0,20}$/im, confidence: 'possible'},
  ],
  remedies: [
    'Trust the folder in the client (Gemini CLI: /permissions, or trustedFolders.json; in CI GEMINI_CLI_TRUST_WORKSPACE=true)',
  ],
  detect: ({entry}) => {
    const {state, decidedBy} = entry.standing;
    if (state !== 'not-approved' || decidedBy === null) return null;
    return /trust/i.test(`${decidedBy.file} ${decidedBy.path.join(' ')}`) ? {by: decidedBy} : null;
  },
  explain: ({by}, {entry}) => ({
    cause: `${entry.rules.clientName} does not trust ${folderOf(entry)}, so it does not start its server "${entry.name}". ${deciderText(by)} decides that.`,
    evidence: deciderLine(by),
    location: entry.place,
  }),
  fixes: (_, {entry}) => [
    advice(
      'trust-folder',
      `Trust ${folderOf(entry)}: start ${entry.rules.clientName} there and answer its question with yes`,
    ),
    ...(entry.client === 'gemini-cli'
      ? [advice('trust-in-ci', 'In a CI job that has reviewed the project, set GEMINI_CLI_TRUST_WORKSPACE=true')]
      : []),
  ],
});

/** A project's file lies in the folder that is meant; one's own counts in the folder that the setting names. */
const folderOf = (entry: EntryEvidence): string => {
  const named = entry.standing.decidedBy?.path.find((part) => /[\\/]/.test(String(part)));
  return entry.isProjectFile || named === undefined ? `the folder of ${entry.file}` : `the folder ${named}`;
};

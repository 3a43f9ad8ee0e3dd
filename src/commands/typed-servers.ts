import {type TypedServer, typedServer, withTyped} from '../clients/index.ts';
import type {Fix} from '../model/finding.ts';
import {AD_HOC} from '../model/server.ts';
import type {Checked} from '../repair/answers.ts';
import type {Session} from './session.ts';

/** Servers that a person types in the wizard: kept in memory for this run, in no file. */
export interface TypedServers {
  /** The session, which finds them beside those of the files. */
  readonly session: Session;
  /** The key of its entry; the same text is the same server. @throws UserError for a text that means none */
  readonly add: (text: string) => Promise<string>;
}

export const createTypedServers = (session: Session): TypedServers => {
  const known = new Map<string, TypedServer>();
  return {
    session: {...session, find: async () => withTyped(await session.find(), [...known.values()])},
    add: async (text) => {
      const words = text.trim();
      const typed = known.get(words) ?? (await typedServer(words, String(known.size + 1), session));
      known.set(words, typed);
      return typed.entry.key;
    },
  };
};

export const isTyped = (key: string): boolean => key.startsWith(`${AD_HOC}\0`);

/** There is no file to change: what would be a change of it is a word of advice, and no finding has a place in it. */
export const withAdvice = (checked: Checked): Checked =>
  isTyped(checked.key)
    ? {
        ...checked,
        diagnosis: {
          ...checked.diagnosis,
          findings: checked.diagnosis.findings.map(({location: _inNoFile, ...finding}) => ({
            ...finding,
            fixes: finding.fixes.map(asAdvice),
          })),
        },
      }
    : checked;

const asAdvice = (fix: Fix): Fix =>
  fix.kind === 'edit'
    ? {id: fix.id, kind: 'advice', title: `${fix.title} (it stands in no file: go back to the list and type it so)`}
    : fix;

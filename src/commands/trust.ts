import {UserError} from '../model/user-error.ts';

/** What the command line says about approval. */
export interface TrustOptions {
  readonly yes: boolean;
  /** Digests of 64 hex digits, or 'all'. */
  readonly trust: readonly string[];
}

/** @throws UserError for a word after --trust that is no digest */
export const checkTrustOptions = (options: TrustOptions): TrustOptions => {
  const odd = options.trust.find((word) => word !== 'all' && !/^[0-9a-f]{64}$/.test(word));
  if (odd !== undefined) {
    throw new UserError(
      `--trust takes a digest of 64 hex digits, as \`mcp-fix list --json\` gives it, or the word all; not ${JSON.stringify(odd.slice(0, 80))}.`,
    );
  }
  return options;
};

/**
 * May this entry be started or called? Safety R4: a yes that was given to exactly this digest, its digest on the command
 * line, or --yes for what the person's own files name. No environment variable, no CI, no terminal decides it.
 */
export const isTrusted = (
  entry: {readonly isProjectFile: boolean; readonly digest: string; readonly isApproved: boolean},
  options: TrustOptions,
): boolean => entry.isApproved || isNamed(entry.digest, options) || (options.yes && !entry.isProjectFile);

/** Whether the command line of this run says yes to exactly this entry, or to everything. */
export const isNamed = (digest: string, options: Pick<TrustOptions, 'trust'>): boolean =>
  options.trust.includes(digest) || options.trust.includes('all');

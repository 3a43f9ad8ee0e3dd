import {createHash} from 'node:crypto';

/** What makes two failures the same one, on whatever machine they happen. */
export interface Sameness {
  readonly failureId: string;
  readonly serverName: string;
  readonly command: string | null;
  readonly url: string | null;
}

/**
 * 16 hex digits. Folders, versions and what stands in an address behind its path are left out: they differ from machine
 * to machine, and the failure is the same.
 */
export const fingerprint = ({failureId, serverName, command, url}: Sameness): string => {
  const launch =
    url === null
      ? (command ?? '')
          .split(/\s+/)
          .map(bare)
          .filter((word) => word !== '')
          .slice(0, 4)
          .join(' ')
      : placeOf(url);
  return createHash('sha256')
    .update([failureId, serverName.toLowerCase(), launch].join('\u0000'))
    .digest('hex')
    .slice(0, 16);
};

/** '/opt/x/npx.cmd' → 'npx', '@acme/notes@1.2.3' → '@acme/notes'. */
const bare = (word: string): string => {
  if (word.startsWith('-') || word.includes('[secret')) return '';
  const name = word.startsWith('@') ? word : (word.split(/[\\/]/).at(-1) ?? '');
  return name
    .replace(/\.(?:cmd|exe|bat|ps1)$/i, '')
    .replace(/(?<=.)@[^@/]*$/, '')
    .toLowerCase();
};

const placeOf = (url: string): string => {
  const match = /^[a-z]+:\/\/(?:[^/@]*@)?([^/?#]*)([^?#]*)/i.exec(url);
  return match === null ? url : `${(match[1] ?? '').toLowerCase()}${(match[2] ?? '').replace(/\/+$/, '')}`;
};

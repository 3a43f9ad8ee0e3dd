import type {PackageLook} from '../../model/evidence.ts';

/**
 * Packages that a fix of ours may add to an entry, with the exact version: what a fix brings onto a machine is one known
 * thing and not whatever is newest that day. Looked at, and tried on Node 20, before a version is raised here.
 */
export const BRIDGE = 'mcp-remote@0.15.1';
export const TYPESCRIPT_RUNNER = 'tsx@4.23.15';

/**
 * The well-known package in place of a misspelt one, with one exact version: the one that was written, else the one that
 * is known. Null where nothing well-known is near. An image gets the tag that was written, for it has no other name.
 */
export const knownSpec = (look: PackageLook): string | null => {
  if (look.nearKnown === null) return null;
  const version = look.isPinned ? look.version : (look.nearKnownVersion ?? look.version);
  const mark = look.ecosystem === 'pypi' ? '==' : look.ecosystem === 'docker' ? ':' : '@';
  return version === null ? look.nearKnown : `${look.nearKnown}${mark}${version}`;
};

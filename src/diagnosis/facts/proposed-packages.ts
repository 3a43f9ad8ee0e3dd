/**
 * Packages that a fix of ours may add to an entry, with the exact version: what a fix brings onto a machine is one known
 * thing and not whatever is newest that day. Looked at, and tried on Node 20, before a version is raised here.
 */
export const BRIDGE = 'mcp-remote@0.15.1';
export const TYPESCRIPT_RUNNER = 'tsx@4.23.15';

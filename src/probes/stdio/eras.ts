import type {Json} from '../../model/json.ts';

/** The newest revision that begins with `initialize`. */
export const LEGACY = '2025-11-25';
/** The first revision without it: each request brings its own metadata. */
export const MODERN = '2026-07-28';

/** Revisions that clients accept as an answer to `initialize`. */
export const LEGACY_VERSIONS: readonly string[] = [
  '2025-11-25',
  '2025-06-18',
  '2025-03-26',
  '2024-11-05',
  '2024-10-07',
];

const clientInfo = (version: string): Json => ({name: 'mcp-fix', version});

export const initializeParams = (protocolVersion: string, ownVersion: string): Json => ({
  protocolVersion,
  capabilities: {},
  clientInfo: clientInfo(ownVersion),
});

/** `_meta` that a modern server demands of every request. */
export const modernMeta = (protocolVersion: string, ownVersion: string): {readonly [key: string]: Json} => ({
  _meta: {
    'io.modelcontextprotocol/protocolVersion': protocolVersion,
    'io.modelcontextprotocol/clientCapabilities': {},
    'io.modelcontextprotocol/clientInfo': clientInfo(ownVersion),
  },
});

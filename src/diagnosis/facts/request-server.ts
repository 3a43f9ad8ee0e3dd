import type {EntryEvidence, RequestEvidence, RequestServer} from '../../model/evidence.ts';
import type {EvidenceLine, Fix} from '../../model/finding.ts';
import type {Json} from '../../model/json.ts';
import type {Place} from '../../model/server.ts';
import {changeAt, placeAt, rawAt} from './config-entry.ts';

/** How a server of a request is called: '"notes" (mcp_servers[1])'. */
export const callOf = ({name, index}: RequestServer): string =>
  name === null ? `mcp_servers[${index}]` : `"${name}" (mcp_servers[${index}])`;

/** The name for titles of fixes: '"notes"', or its place in the list. */
export const shortOf = ({name, index}: RequestServer): string =>
  name === null ? `mcp_servers[${index}]` : `"${name}"`;

/** The value of one key of the entry as it is written (redacted), under its place in the request. */
export const lineOf = (about: RequestServer, entry: EntryEvidence, key: string, deciding?: string): EvidenceLine => {
  const value = rawAt(entry, [key]);
  const text = value === undefined ? `no "${key}"` : `"${key}": ${brief(value)}`;
  return {
    label: `mcp_servers[${about.index}]`,
    text,
    ...(deciding !== undefined && text.includes(deciding) ? {deciding} : {}),
  };
};

const brief = (value: Json): string => {
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};

/** Where a key of the entry stands; the entry's own place where it is missing. */
export const placeOf = (entry: EntryEvidence, key: string): Place => placeAt(entry, [key]);

/** One change of one key of the entry. */
export const setKey = (entry: EntryEvidence, key: string, value: Json, why: string, title: string): Fix => ({
  id: `set-${key.replaceAll('_', '-')}`,
  title,
  kind: 'edit',
  change: changeAt(entry, [key], {kind: 'set', value}, why),
});

/** The versions of the connector's beta, newest first. Source: platform.claude.com, agents-and-tools/mcp-connector. */
export const CONNECTOR = {
  newest: 'mcp-client-2026-09-15',
  current: 'mcp-client-2025-11-20',
  first: 'mcp-client-2025-04-04',
} as const;

export const CONNECTORS: readonly string[] = Object.values(CONNECTOR);

/** The names of the connector's beta that go along; null where nothing is known of them. */
export const connectorBetas = ({betas}: RequestEvidence): readonly string[] | null =>
  betas === null ? null : betas.filter((name) => /^mcp-client/i.test(name));

/**
 * The request is written for the connector's first version, which takes `tool_configuration` in the entries and knows no
 * toolsets: its header says so, or, where none is known, its shape.
 */
export const isFirstVersion = (request: RequestEvidence): boolean => {
  const named = connectorBetas(request);
  if (named !== null && named.length > 0) return named.every((name) => name === CONNECTOR.first);
  return request.toolsets.length === 0 && request.hasToolConfiguration;
};

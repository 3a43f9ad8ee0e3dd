import type {EntryEvidence} from '../../model/evidence.ts';
import {isRecord, type Json} from '../../model/json.ts';

const TABLES: ReadonlySet<string> = new Set([
  'mcpServers',
  'mcp_servers',
  'servers',
  'context_servers',
  'mcp',
  'extensions',
]);

/** The name of a key under which some client keeps its servers. */
export const isTableName = (key: string | number | undefined): boolean => TABLES.has(String(key));

/** An entry that is no server but the table of all of them, one level too deep. */
export const isInnerTable = (entry: EntryEvidence): boolean =>
  isTableName(entry.name) &&
  isRecord(entry.raw) &&
  !starts(entry.raw) &&
  Object.values(entry.raw).some((one) => isRecord(one) && starts(one));

/** It names a program or an address, as a server does. */
const starts = (one: {readonly [key: string]: Json}): boolean => STARTS.some((key) => one[key] != null);

const STARTS = ['command', 'cmd', 'url', 'httpUrl', 'serverUrl', 'uri'];

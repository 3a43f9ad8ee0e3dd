import type {Host} from '../../model/host.ts';
import type {Json} from '../../model/json.ts';
import {MODERN} from '../stdio/eras.ts';
import type {Part} from './parts.ts';

/** One request of the protocol, without its id. */
export interface Words {
  readonly method: string;
  readonly params: {readonly [key: string]: Json};
}

/** What is said in a trial. */
export interface Conversation {
  readonly hello: Words;
  readonly tools: Words;
  /** The era without `initialize`: every request brings its own metadata, and there is no session. */
  readonly isModern: boolean;
}

/** The first words that these parts make; without any, the smallest that the protocol of this version allows. */
export const wordsOf = (parts: readonly Part[], version: string, host: Pick<Host, 'version'>): Conversation => {
  const has = (name: string): boolean => parts.some((part) => part.kind === 'parameter' && part.name === name);
  const capabilities = Object.fromEntries(
    parts.flatMap((part): readonly [string, Json][] =>
      part.kind === 'capability' ? [[part.name, JSON.parse(JSON.stringify(part.value))]] : [],
    ),
  );
  const clientInfo = {
    name: 'mcp-fix',
    version: host.version,
    ...(has('clientInfo.title') ? {title: 'MCP client'} : {}),
  };
  const progress = has('_meta.progressToken') ? {progressToken: 1} : {};
  if (version >= MODERN) {
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': version,
      'io.modelcontextprotocol/clientCapabilities': capabilities,
      'io.modelcontextprotocol/clientInfo': clientInfo,
      ...progress,
    };
    return {
      hello: {method: 'server/discover', params: {_meta}},
      tools: {method: 'tools/list', params: {_meta}},
      isModern: true,
    };
  }
  const params = {
    protocolVersion: parts.find((part) => part.kind === 'version')?.name ?? version,
    capabilities,
    clientInfo,
    ...(has('_meta.progressToken') ? {_meta: progress} : {}),
  };
  return {hello: {method: 'initialize', params}, tools: {method: 'tools/list', params: {}}, isModern: false};
};

/** Headers that a modern request repeats from its own metadata. */
export const modernHeaders = (words: Words, version: string): Readonly<Record<string, string>> => ({
  'MCP-Protocol-Version': version,
  'Mcp-Method': words.method,
});

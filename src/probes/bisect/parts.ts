import {isSecretHeader} from '../remote/header-text.ts';
import {LEGACY, MODERN} from '../stdio/eras.ts';

/** One thing that a request may have or not have. Header and query values may be secret: never shown. */
export type Part =
  | {readonly kind: 'header'; readonly name: string; readonly value: string}
  | {readonly kind: 'query'; readonly name: string; readonly value: string}
  | {readonly kind: 'protocol-header'; readonly name: string; readonly value: string}
  | {readonly kind: 'capability'; readonly name: string; readonly value: object}
  | {readonly kind: 'version'; readonly name: string}
  | {readonly kind: 'parameter'; readonly name: string; readonly value: unknown}
  /** Of the entry; of whoever starts the client. */
  | {readonly kind: 'variable' | 'inherited'; readonly name: string; readonly value: string}
  | {readonly kind: 'order'; readonly name: 'discover-first' | 'lists-at-once'};

/** What real clients declare; a server must bear each of them. */
const CAPABILITIES: Readonly<Record<string, object>> = {
  roots: {listChanged: true},
  sampling: {},
  elicitation: {},
  tasks: {list: {}, cancel: {}},
  experimental: {},
};

/**
 * Every part that a client's request has beyond the smallest valid one: configured headers and query fields (credentials
 * apart: those belong to the smallest request), capabilities, the newest version, and what clients add of their own.
 */
export const partsOf = (
  launch: {readonly headers: Readonly<Record<string, string>>; readonly url: URL},
  baseVersion: string,
): readonly Part[] => [
  ...Object.entries(launch.headers)
    .filter(([name]) => !isSecretHeader(name) && !/^(?:content-type|accept)$/i.test(name))
    .map(([name, value]): Part => ({kind: 'header', name, value})),
  ...[...launch.url.searchParams]
    .filter(([name]) => !isSecretHeader(name))
    .map(([name, value]): Part => ({kind: 'query', name, value})),
  ...helloParts(baseVersion),
  {kind: 'protocol-header', name: 'Accept-Encoding', value: 'gzip, deflate, br'},
  // A modern request always has it.
  ...(baseVersion >= MODERN ? [] : [{kind: 'protocol-header', name: 'MCP-Protocol-Version', value: LEGACY} as const]),
];

/** What a client says of itself, in `initialize`, by whatever transport. */
const helloParts = (baseVersion: string): readonly Part[] => [
  ...(baseVersion >= LEGACY ? [] : [{kind: 'version', name: LEGACY} as const]),
  ...Object.entries(CAPABILITIES).map(([name, value]): Part => ({kind: 'capability', name, value})),
  {kind: 'parameter', name: 'clientInfo.title', value: 'MCP client'},
  {kind: 'parameter', name: '_meta.progressToken', value: 1},
];

/**
 * Every part of how a client starts and greets a local program, beyond the smallest: the entry's variables (credentials
 * apart), those that the client hands on, what it says of itself, and the order of its first messages.
 */
export const stdioPartsOf = (
  variables: {
    readonly own: Readonly<Record<string, string>>;
    readonly inherited: Readonly<Record<string, string>>;
  },
  baseVersion: string,
): readonly Part[] => [
  ...Object.entries(variables.own).map(([name, value]): Part => ({kind: 'variable', name, value})),
  ...Object.entries(variables.inherited).map(([name, value]): Part => ({kind: 'inherited', name, value})),
  ...helloParts(baseVersion),
  ...(baseVersion >= MODERN ? [] : [{kind: 'order', name: 'discover-first'} as const]),
  {kind: 'order', name: 'lists-at-once'},
];

/** A part in words, without its value. */
export const partWords = (part: Pick<Part, 'kind' | 'name'>): string => {
  switch (part.kind) {
    case 'header':
      return `the header ${part.name}`;
    case 'query':
      return `the field ${part.name} of the URL`;
    case 'protocol-header':
      return `the header ${part.name}, which clients send by themselves`;
    case 'capability':
      return `the capability "${part.name}" of the client`;
    case 'version':
      return `the protocol version ${part.name}`;
    case 'parameter':
      return `the field ${part.name} of the first message`;
    case 'variable':
      return `the variable ${part.name} of the entry`;
    case 'inherited':
      return `the variable ${part.name}, which the client hands on`;
    case 'order':
      return part.name === 'discover-first'
        ? 'server/discover before initialize, which newer clients ask first'
        : 'the lists of prompts, resources and tools at once';
  }
};

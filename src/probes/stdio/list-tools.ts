import type {RpcError, SchemaTrouble, ToolsEvidence} from '../../model/evidence.ts';
import type {Host} from '../../model/host.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {schemaTroubles} from '../tool-schemas.ts';
import type {Notebook} from './notebook.ts';
import {safeError} from './say-hello.ts';
import type {Session} from './session.ts';

const MOST_PAGES = 50;
const MOST_BYTES = 4 * 1024 * 1024;
const ASIDE_MS = 3000;

/** Asks for all pages of tools, then whether the other declared lists are there. */
export const listTools = async (
  session: Session,
  options: {
    readonly host: Host;
    readonly notebook: Notebook;
    readonly until: number;
    readonly capabilities: readonly string[];
    readonly meta: {readonly [key: string]: Json};
    /** The client's own prefix of a tool's name, filled in. */
    readonly prefix: string;
  },
): Promise<ToolsEvidence> => {
  const {host, notebook, until, capabilities, meta} = options;
  const startedAt = host.now();
  const isDeclared = capabilities.includes('tools');
  const hasResources = capabilities.includes('resources');
  const hasPrompts = capabilities.includes('prompts');
  const pages =
    isDeclared || (!hasResources && !hasPrompts)
      ? await readPages(session, notebook, until, meta)
      : {...NO_PAGES, stoppedAt: 'end' as const};
  const missingMethods: string[] = [];
  const failedLists: {method: string; error: RpcError | null}[] = [];
  if (pages.stoppedAt === 'end') {
    for (const [isThere, method] of [
      [hasResources, 'resources/list'],
      [hasPrompts, 'prompts/list'],
    ] as const) {
      if (!isThere) continue;
      const answer = await session.ask(method, meta, Math.min(until, host.now() + ASIDE_MS));
      if (answer.kind === 'error' && answer.error.code === -32601) missingMethods.push(method);
      else if (answer.kind === 'error') failedLists.push({method, error: safeError(answer.error, notebook)});
      else if (answer.kind === 'silence' && !session.wasStopped() && host.now() < until)
        failedLists.push({method, error: null});
    }
  }
  return {
    isDeclared,
    count: pages.tools.length,
    pages: pages.pages,
    names: pages.tools.slice(0, 1000).map((tool) => notebook.safe(nameOf(tool), 160)),
    hasCursorLoop: pages.hasCursorLoop,
    // A server that declares no tools owes no answer.
    stoppedAt: isDeclared ? pages.stoppedAt : 'end',
    error: isDeclared && pages.error !== null ? safeError(pages.error, notebook) : null,
    isUnusable: isDeclared && pages.isUnusable,
    httpStatus: null,
    retryAfterMs: null,
    timedOut: isDeclared && pages.timedOut,
    closed: pages.closed,
    bytes: pages.bytes,
    troubles: [...cursorTroubles(pages.oddCursor), ...schemaTroubles(pages.tools, {prefix: options.prefix})].map(
      (trouble) => ({
        ...trouble,
        tool: notebook.safe(trouble.tool, 160),
        detail: notebook.safe(trouble.detail, 200),
      }),
    ),
    missingMethods,
    failedLists,
    hasResources,
    hasPrompts,
    ms: host.now() - startedAt,
  };
};

const cursorTroubles = (cursor: Json | undefined): readonly SchemaTrouble[] =>
  cursor === undefined
    ? []
    : [
        {
          tool: '',
          index: -1,
          kind: 'wrong-field',
          detail: `nextCursor is ${JSON.stringify(cursor).slice(0, 40)} instead of text`,
        },
      ];

interface Pages {
  readonly tools: readonly Json[];
  readonly pages: number;
  readonly bytes: number;
  readonly hasCursorLoop: boolean;
  /** The cursor of a page is there, and no text. */
  readonly oddCursor: Json | undefined;
  readonly stoppedAt: ToolsEvidence['stoppedAt'];
  readonly error: RpcError | null;
  readonly isUnusable: boolean;
  readonly timedOut: boolean;
  readonly closed: boolean;
}

const NO_PAGES: Pages = {
  tools: [],
  pages: 0,
  bytes: 0,
  hasCursorLoop: false,
  oddCursor: undefined,
  stoppedAt: 'end',
  error: null,
  isUnusable: false,
  timedOut: false,
  closed: false,
};

const readPages = async (
  session: Session,
  notebook: Notebook,
  until: number,
  meta: {readonly [key: string]: Json},
): Promise<Pages> => {
  const cursors = new Set<string>();
  const tools: Json[] = [];
  let bytes = 0;
  let cursor: string | null = null;
  for (let pages = 0; ; ) {
    const now: Pages = {...NO_PAGES, tools, pages, bytes};
    const answer = await session.ask('tools/list', cursor === null ? meta : {...meta, cursor}, until);
    if (answer.kind === 'error') return {...now, stoppedAt: 'error', error: answer.error};
    if (answer.kind === 'silence') return {...now, stoppedAt: 'time', timedOut: !session.wasStopped()};
    if (answer.kind !== 'result') {
      if (answer.kind === 'closed') return {...now, stoppedAt: 'error', closed: true};
      const error = {
        code: 0,
        message: 'the answer to tools/list is written in a way that clients cannot read',
        data: null,
      };
      return {...now, stoppedAt: 'error', error, isUnusable: true};
    }
    pages += 1;
    bytes += JSON.stringify(answer.result).length;
    const list = isRecord(answer.result) ? answer.result['tools'] : undefined;
    if (!Array.isArray(list)) {
      const seen = notebook.safe(JSON.stringify(answer.result), 300);
      const error = {code: 0, message: `the answer holds no list under "tools": ${seen}`, data: null};
      return {...now, pages, bytes, stoppedAt: 'error', error, isUnusable: true};
    }
    const next: Json | undefined = isRecord(answer.result) ? answer.result['nextCursor'] : undefined;
    // A page whose own cursor leads back to a page that was read is that page again.
    if (typeof next === 'string' && cursors.has(next)) {
      return {...now, pages, bytes, hasCursorLoop: true, stoppedAt: 'pages'};
    }
    tools.push(...list);
    // Some servers say '' for 'no more'.
    if (typeof next !== 'string' || next === '')
      return {...now, pages, bytes, oddCursor: typeof next === 'string' ? undefined : next};
    cursors.add(next);
    cursor = next;
    if (pages >= MOST_PAGES) return {...now, pages, bytes, stoppedAt: 'pages'};
    if (bytes >= MOST_BYTES) return {...now, pages, bytes, stoppedAt: 'bytes'};
  }
};

const nameOf = (tool: Json): string => (isRecord(tool) && typeof tool['name'] === 'string' ? tool['name'] : '');

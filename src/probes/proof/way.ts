import type {ProcessLine} from './process-transport.ts';

type Fetch = (input: string | URL, init?: RequestInit) => Promise<Response>;

/** How the server is reached: its process, or its URL with a guarded fetch. */
export type ProofWay =
  | {readonly kind: 'stdio'; readonly line: ProcessLine}
  | {
      readonly kind: 'http' | 'sse';
      readonly url: URL;
      readonly headers: Readonly<Record<string, string>>;
      readonly fetch: Fetch;
    };

export interface ProofOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly version: string;
}

/** More pages than this are a loop. */
export const MOST_PAGES = 50;

import {MODERN} from '../stdio/eras.ts';
import {processTransport} from './process-transport.ts';
import {MOST_PAGES, type ProofOptions, type ProofWay} from './way.ts';

/** The same with the SDK of the era of per-request metadata, pinned to it: it never falls back to `initialize`. */
export const listByModernClient = async (way: ProofWay, options: ProofOptions): Promise<number | null> => {
  const sdk = await import('@modelcontextprotocol/client');
  const client = new sdk.Client(
    {name: 'mcp-fix', version: options.version},
    {versionNegotiation: {mode: {pin: MODERN}}},
  );
  const limits = {timeout: options.timeoutMs, maxTotalTimeout: options.timeoutMs, signal: options.signal};
  const transport =
    way.kind === 'stdio'
      ? processTransport(way.line, sdk.deserializeMessage)
      : new sdk.StreamableHTTPClientTransport(way.url, {fetch: way.fetch, requestInit: {headers: {...way.headers}}});
  try {
    await client.connect(transport, limits);
    if (client.getServerCapabilities()?.tools === undefined) return null;
    let count = 0;
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const list = await client.listTools(cursor === undefined ? {} : {cursor}, limits);
      count += list.tools.length;
      cursor = list.nextCursor;
      if (cursor === undefined) return count;
    }
    throw new Error(`the list of tools does not end after ${MOST_PAGES} pages`);
  } finally {
    await client.close();
    await transport.close();
  }
};

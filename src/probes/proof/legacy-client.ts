import {processTransport} from './process-transport.ts';
import {MOST_PAGES, type ProofOptions, type ProofWay} from './way.ts';

/**
 * Connects the SDK's client of the `initialize` era and lists the tools; null where the server has none to offer.
 * Throws whatever the client throws. It has no provider for sign-ins, so it can start none.
 */
export const listByLegacyClient = async (way: ProofWay, options: ProofOptions): Promise<number | null> => {
  const {Client} = await import('@modelcontextprotocol/sdk/client/index.js');
  const client = new Client({name: 'mcp-fix', version: options.version});
  const limits = {timeout: options.timeoutMs, maxTotalTimeout: options.timeoutMs, signal: options.signal};
  const transport = await transportOf(way);
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
    if (way.kind === 'http' && 'terminateSession' in transport && !options.signal.aborted) {
      // A server may refuse to end sessions (405); the proof does not depend on it.
      await transport.terminateSession().catch(() => undefined);
    }
    await client.close();
    await transport.close();
  }
};

const transportOf = async (way: ProofWay) => {
  if (way.kind === 'stdio') {
    const {deserializeMessage} = await import('@modelcontextprotocol/sdk/shared/stdio.js');
    return processTransport(way.line, deserializeMessage);
  }
  const options = {fetch: way.fetch, requestInit: {headers: {...way.headers}}};
  if (way.kind === 'sse') {
    const {SSEClientTransport} = await import('@modelcontextprotocol/sdk/client/sse.js');
    return new SSEClientTransport(way.url, options);
  }
  const {StreamableHTTPClientTransport} = await import('@modelcontextprotocol/sdk/client/streamableHttp.js');
  return new StreamableHTTPClientTransport(way.url, options);
};

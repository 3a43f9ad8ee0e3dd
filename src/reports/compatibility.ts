import type {ClientRules, Transport} from '../model/server.ts';

/** What a server offers, as far as it was seen. */
export interface Offer {
  readonly transport: Transport;
  readonly eras: readonly ('legacy' | 'modern')[];
  readonly tools: number | null;
  /** How long it took to say hello, in milliseconds; null where it did not. */
  readonly helloMs: number | null;
  readonly toolNames: readonly string[];
  readonly serverName: string;
}

/** What decides whether a client gets on with it. `urlTransports`: those that the client's own keys name. */
export interface SpokenBy {
  readonly rules: ClientRules;
  readonly urlTransports: readonly string[];
}

export interface CompatibilityRow {
  readonly client: string;
  readonly clientName: string;
  /** 'unknown': nothing speaks against it, and the server answered in no version. */
  readonly answer: 'works' | 'limited' | 'does-not' | 'unknown';
  /** Why not, or what is limited; empty for 'works'. */
  readonly because: readonly string[];
}

const MOST_TOOL_NAME = 64;

/** One row for each client: would it get on with this server, and if not, why. */
export const compatibilityOf = (offer: Offer, clients: readonly SpokenBy[]): readonly CompatibilityRow[] =>
  clients.map((one) => {
    const {rules} = one;
    const against = obstacles(offer, one);
    const limits = against.length > 0 ? [] : limitsOf(offer, rules);
    return {
      client: rules.client,
      clientName: rules.clientName,
      answer:
        against.length > 0 ? 'does-not' : offer.eras.length === 0 ? 'unknown' : limits.length > 0 ? 'limited' : 'works',
      because: [...against, ...limits],
    };
  });

const obstacles = (offer: Offer, one: SpokenBy): readonly string[] => {
  const {rules} = one;
  const {transport} = offer;
  const found: string[] = [];
  if (transport === 'http' || transport === 'sse') {
    if (!rules.remote) found.push('it starts local programs only; a bridge such as mcp-remote is needed');
    else if (!speaks(one, transport))
      found.push(`it does not speak ${transport === 'sse' ? 'the older HTTP+SSE' : 'Streamable HTTP'}`);
  }
  if (offer.eras.length > 0 && !offer.eras.some((era) => rules.eras.includes(era)))
    found.push(
      offer.eras.includes('modern')
        ? 'it begins with initialize, and the server knows only requests that bring their own metadata (2026-07-28)'
        : 'it speaks 2026-07-28 and later only, and the server is older',
    );
  return found;
};

const speaks = ({rules, urlTransports}: SpokenBy, transport: 'http' | 'sse'): boolean =>
  Object.values(rules.types).includes(transport) ||
  urlTransports.includes(transport) ||
  rules.urlWithoutType === transport ||
  rules.urlWithoutType === 'http-then-sse';

const limitsOf = (offer: Offer, rules: ClientRules): readonly string[] => {
  const {tools, helloMs} = offer;
  const long = offer.toolNames.filter(
    (name) =>
      rules.toolPrefix !== '' &&
      rules.toolPrefix.replaceAll('{server}', offer.serverName).length + name.length > MOST_TOOL_NAME,
  );
  return [
    ...(tools !== null && rules.maxTools !== null && tools > rules.maxTools
      ? [`it takes ${rules.maxTools} tools at most, and the server has ${tools}`]
      : []),
    ...(helloMs !== null && rules.startTimeoutMs !== null && helloMs > rules.startTimeoutMs
      ? [`it waits ${rules.startTimeoutMs} ms for the start, and the server took ${Math.round(helloMs)} ms`]
      : []),
    ...(long.length === 0
      ? []
      : [
          `with its prefix ${long.length === 1 ? 'a tool name is' : `${long.length} tool names are`} longer than ${MOST_TOOL_NAME} characters`,
        ]),
  ];
};

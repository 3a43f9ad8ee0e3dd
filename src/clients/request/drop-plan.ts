import {isRecord} from '../../model/json.ts';

/** What leaves a request together with some of its servers. */
export interface DropPlan {
  /** Indexes in `mcp_servers`. */
  readonly servers: readonly number[];
  /** Indexes in `tools`: the toolsets of those servers. */
  readonly tools: readonly number[];
  /** Keys of the request whose last content leaves; `tool_choice` is refused by the API without any tools. */
  readonly keys: readonly ('mcp_servers' | 'tools' | 'tool_choice')[];
}

/**
 * What has to leave with the servers at these indexes. Toolsets go with the last entry of a name: of two entries of one
 * name, the one that stays keeps its own.
 */
export const dropPlanOf = (request: unknown, dropped: readonly number[]): DropPlan => {
  const servers = listUnder(request, 'mcp_servers');
  const tools = listUnder(request, 'tools');
  const leaving = new Set(dropped.filter((index) => index < servers.length));
  const names = new Set([...leaving].map((index) => textUnder(servers[index], 'name')).filter((name) => name !== null));
  const leavingTools = [...names].flatMap((name) => {
    const staying = servers.filter((entry, index) => !leaving.has(index) && textUnder(entry, 'name') === name).length;
    return tools.flatMap((tool, index) => (toolsetOf(tool) === name ? [index] : [])).slice(staying);
  });
  const hasNoTools = tools.length > 0 && leavingTools.length === tools.length;
  return {
    servers: [...leaving].sort((a, b) => a - b),
    tools: leavingTools.sort((a, b) => a - b),
    keys: [
      ...(servers.length > 0 && leaving.size === servers.length ? (['mcp_servers'] as const) : []),
      ...(hasNoTools ? (['tools'] as const) : []),
      ...(hasNoTools && isRecord(request) && 'tool_choice' in request ? (['tool_choice'] as const) : []),
    ],
  };
};

/** The same request without what the plan names: shallow copies, everything else is the very same value. */
export const withoutPlanned = <T extends object>(request: T, plan: DropPlan): T => {
  const lists: Readonly<Record<string, readonly number[]>> = {mcp_servers: plan.servers, tools: plan.tools};
  const gone: readonly string[] = plan.keys;
  const copy: T = {...request};
  for (const key of Object.keys(request)) if (gone.includes(key)) Reflect.deleteProperty(copy, key);
  for (const [key, indexes] of Object.entries(lists)) {
    const items = listUnder(copy, key);
    if (indexes.length > 0 && items.length > 0)
      Reflect.set(
        copy,
        key,
        items.filter((_, index) => !indexes.includes(index)),
      );
  }
  return copy;
};

const listUnder = (value: unknown, key: string): readonly unknown[] => {
  const list: unknown = isRecord(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
};

const textUnder = (value: unknown, key: string): string | null => {
  const text = isRecord(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : null;
};

const toolsetOf = (tool: unknown): string | null =>
  textUnder(tool, 'type') === 'mcp_toolset' ? textUnder(tool, 'mcp_server_name') : null;

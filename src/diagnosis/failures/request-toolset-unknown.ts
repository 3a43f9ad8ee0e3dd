import type {Fix} from '../../model/finding.ts';
import {nearest} from '../../model/nearest.ts';
import {defineFailure} from '../failure.ts';

export const requestToolsetUnknown = defineFailure({
  id: 'request-toolset-unknown',
  class: 'config',
  step: 'config',
  title: 'A toolset names a server that is not in the request',
  severity: 'error',
  waitingHelps: false,
  needs: ['request'],
  signatures: [
    {
      match: /mcp_server_name.{0,80}(?:not found|does not (?:match|exist)|unknown|no matching|Field required)/i,
      confidence: 'certain',
    },
    {match: /mcp_toolset.{0,80}(?:references?|names?) (?:an? )?(?:unknown|undefined|missing)/i, confidence: 'certain'},
  ],
  remedies: ['Give "mcp_server_name" the exact name of an entry of "mcp_servers", or add that entry'],
  detect: ({request: {about, toolsets, names}}) => {
    const odd = about === null ? toolsets.filter(({server}) => server === null || !names.includes(server)) : [];
    const [first] = odd;
    return first === undefined ? null : {odd, first};
  },
  explain: ({odd, first}, {request: {names}}) => ({
    cause: `${first.at} ${first.server === null ? 'has no "mcp_server_name"' : `names the server "${first.server}"`}${first.server === null ? '' : ', which is not in "mcp_servers"'} (there: ${names.map((name) => `"${name}"`).join(', ') || 'none'}); the API refuses such a request.${
      odd.length > 1
        ? ` The same is true of ${odd
            .slice(1)
            .map(({at}) => at)
            .join(', ')}.`
        : ''
    }`,
    evidence: odd.slice(0, 8).map(({at, server, place}) => ({
      label: at,
      text: `line ${place.line}: ${server === null ? 'no "mcp_server_name"' : `"mcp_server_name": "${server}"`}`,
      ...(server === null ? {} : {deciding: server}),
    })),
    location: first.place,
  }),
  fixes: ({first}, {request}) => {
    const index = /^tools\[(\d+)\]$/.exec(first.at)?.[1];
    const near = first.server === null ? null : nearest(first.server, request.names);
    const alone = first.server === null && request.names.length === 1 ? (request.names[0] ?? null) : near;
    const fixes: Fix[] = [];
    if (alone !== null && index !== undefined) {
      fixes.push({
        id: 'name-server',
        title: `Set "mcp_server_name" of ${first.at} to "${alone}"`,
        kind: 'edit',
        change: {
          file: request.file,
          path: ['tools', Number(index), 'mcp_server_name'],
          edit: {kind: 'set', value: alone},
          why: 'A toolset finds its server by the exact name',
        },
      });
    }
    if (first.server !== null)
      fixes.push({id: 'add-server', title: `Add the server "${first.server}" to "mcp_servers"`, kind: 'advice'});
    return [...fixes, {id: 'remove-toolset', title: `Remove ${first.at} if its server is gone`, kind: 'advice'}];
  },
});

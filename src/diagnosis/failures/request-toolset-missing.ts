import {callOf, isFirstVersion, lineOf, placeOf, shortOf} from '../facts/request-server.ts';
import {defineFailure} from '../failure.ts';

export const requestToolsetMissing = defineFailure({
  id: 'request-toolset-missing',
  class: 'config',
  step: 'config',
  title: 'No toolset of the request stands for this server',
  severity: 'error',
  waitingHelps: false,
  needs: ['request', 'entry'],
  signatures: [
    {
      match: /mcp[_ ]server.{0,80}(?:not referenced|must be referenced|no (?:matching )?mcp_toolset)/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Add {"type": "mcp_toolset", "mcp_server_name": "NAME"} to "tools" for each server of "mcp_servers"'],
  detect: ({request}) => {
    const {about} = request;
    return about === null ||
      about.name === null ||
      about.sameName.length > 0 ||
      about.toolsets.length > 0 ||
      isFirstVersion(request)
      ? null
      : about;
  },
  explain: (about, {entry, request}) => ({
    cause: `No tool of the request names ${callOf(about)}: each server needs one {"type": "mcp_toolset", "mcp_server_name": "${about.name}"} in "tools", else the API refuses the request.`,
    evidence: [
      lineOf(about, entry, 'name'),
      {
        label: 'toolsets of the request',
        text: request.toolsets.map(({server, at}) => `${at}: ${server ?? 'no name'}`).join(', ') || 'none',
      },
    ],
    location: placeOf(entry, 'name'),
    confidence: request.betas === null ? 'likely' : 'certain',
  }),
  fixes: (about) => [
    {
      id: 'add-toolset',
      title: `Add {"type": "mcp_toolset", "mcp_server_name": "${about.name}"} to "tools"`,
      kind: 'advice',
    },
    {
      id: 'remove-server',
      title: `Remove ${shortOf(about)} from "mcp_servers" if its tools are not wanted`,
      kind: 'advice',
    },
  ],
});

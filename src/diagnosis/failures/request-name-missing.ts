import {changeAt} from '../facts/config-entry.ts';
import {callOf, lineOf, placeOf} from '../facts/request-server.ts';
import {defineFailure} from '../failure.ts';

export const requestNameMissing = defineFailure({
  id: 'request-name-missing',
  class: 'config',
  step: 'config',
  title: 'A server of the request has no name',
  severity: 'error',
  waitingHelps: false,
  needs: ['request', 'entry'],
  signatures: [
    {
      match: /mcp_servers\.\d+\.(?:\w+\.)?name: (?:Field required|Input should be|String should)/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Add "name" to each entry of "mcp_servers", and name it in a toolset'],
  detect: ({request: {about}}) => (about === null || !about.isObject || about.name !== null ? null : about),
  explain: (about, {entry}) => ({
    cause: `${callOf(about)} has no "name"; the API refuses the request, and no toolset can stand for a server without a name.`,
    evidence: [lineOf(about, entry, 'name')],
    location: placeOf(entry, 'name'),
  }),
  fixes: (about, {entry}) => {
    const edit = {
      kind: 'ask',
      label: `The name of mcp_servers[${about.index}]`,
      isSecret: false,
      shape: 'name',
    } as const;
    const change = changeAt(entry, ['name'], edit, 'Toolsets find their server by its name');
    return [{id: 'set-name', title: `Add a "name" to mcp_servers[${about.index}]`, kind: 'edit', change}];
  },
});

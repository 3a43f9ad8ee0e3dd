import {changeAt} from '../facts/config-entry.ts';
import {callOf, lineOf, placeOf, shortOf} from '../facts/request-server.ts';
import {defineFailure} from '../failure.ts';

export const requestDuplicateName = defineFailure({
  id: 'request-duplicate-name',
  class: 'config',
  step: 'config',
  title: 'Two servers of the request have the same name',
  severity: 'error',
  waitingHelps: false,
  needs: ['request', 'entry'],
  signatures: [
    {
      match: /mcp[_ ]servers?.{0,60}(?:names? must be unique|duplicate|same name)|duplicate mcp server name/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Give each entry of "mcp_servers" a name of its own, and its toolset the same name'],
  detect: ({request: {about}}) => (about === null || about.sameName.length === 0 ? null : about),
  explain: (about, {entry}) => ({
    cause: `${callOf(about)} has the same name as the entry at line ${about.sameName.map(({line}) => line).join(' and line ')}; each server of a request needs a name of its own, and toolsets find their server by it.`,
    evidence: [lineOf(about, entry, 'name', about.name ?? undefined)],
    location: placeOf(entry, 'name'),
  }),
  fixes: (about, {entry}) => {
    const edit = {
      kind: 'ask',
      label: `A name of its own for ${shortOf(about)}`,
      isSecret: false,
      shape: 'name',
    } as const;
    return [
      {
        id: 'rename',
        title: `Give mcp_servers[${about.index}] another name than ${shortOf(about)}, and name it in a toolset of its own`,
        kind: 'edit',
        change: changeAt(entry, ['name'], edit, 'Names are unique in a request'),
      },
      {id: 'remove-copy', title: `Remove mcp_servers[${about.index}] if it is a copy`, kind: 'advice'},
    ];
  },
});

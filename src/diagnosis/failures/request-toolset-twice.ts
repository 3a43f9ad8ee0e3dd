import {callOf, shortOf} from '../facts/request-server.ts';
import {defineFailure} from '../failure.ts';

export const requestToolsetTwice = defineFailure({
  id: 'request-toolset-twice',
  class: 'config',
  step: 'config',
  title: 'Two toolsets of the request stand for the same server',
  severity: 'error',
  waitingHelps: false,
  needs: ['request'],
  signatures: [
    {
      match: /mcp_toolset.{0,80}(?:duplicate|more than one|multiple|exactly one)|(?:duplicate|multiple) mcp_toolset/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Keep one mcp_toolset for each server, and put all its settings ("default_config", "configs") into that one',
  ],
  detect: ({request: {about, names}}) => {
    if (about === null || about.sameName.length > 0) return null;
    const [first, second] = about.toolsets;
    const entries = names.length === 0 ? 1 : Math.max(1, names.filter((name) => name === about.name).length);
    return first === undefined || second === undefined || entries > 1 ? null : {about, first, second};
  },
  explain: ({about, first, second}) => ({
    cause: `${callOf(about)} is named by ${about.toolsets.length} toolsets (${about.toolsets.map(({at}) => at).join(', ')}); the API takes exactly one for each server.`,
    evidence: [
      {label: first.at, text: `line ${first.place.line}: "mcp_server_name": "${about.name}"`},
      {
        label: second.at,
        text: `line ${second.place.line}: "mcp_server_name": "${about.name}"`,
        deciding: `"${about.name}"`,
      },
    ],
    location: second.place,
  }),
  fixes: ({about, first, second}) => [
    {
      id: 'merge-toolsets',
      title: `Put the settings of ${second.at} into ${first.at}, and remove ${second.at}: one toolset for ${shortOf(about)}`,
      kind: 'advice',
    },
  ],
});

import {disableTool, toolTroubles, updateServer} from '../facts/handshake-oddity.ts';
import {defineFailure} from '../failure.ts';

export const schemaDanglingReference = defineFailure({
  id: 'schema-dangling-reference',
  class: 'runtime',
  step: 'tools',
  title: "A tool's inputSchema points to something that is not there",
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match:
        /can(?:'t|not) resolve (?:\$ref|reference):? ["'`]?(?<ref>#\/\S+)|reference to undefined schema at (?<ref4>\S+)|PointerToNowhere: '(?<ref2>[^']+)'|Unresolvable(?: JSON pointer)?:? '?(?<ref3>[#/]\S+)/,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Update the server: each $ref of a schema must point into the same schema',
    'Until then, switch that one tool off',
  ],
  detect: ({all}) => {
    const troubles = toolTroubles(all, ['dangling-ref', 'remote-ref']);
    return troubles[0] === undefined ? null : {first: troubles[0], troubles};
  },
  explain: ({first, troubles}) => ({
    cause: `The inputSchema of the tool "${first.tool}" has the $ref "${first.detail}", ${first.kind === 'remote-ref' ? 'which points out of the schema, and clients do not fetch it' : 'and nothing of that name exists in the schema'}. Clients that check schemas refuse the tool or the whole list.${troubles.length > 1 ? ` ${troubles.length} places are concerned.` : ''}`,
    evidence: troubles.slice(0, 5).map(({tool, index, detail}) => ({
      label: `tools[${index}].inputSchema`,
      text: `${tool}: $ref ${detail}`,
      deciding: detail,
    })),
    severity: first.kind === 'remote-ref' ? 'warning' : 'error',
  }),
  fixes: ({first}, {all}) => [
    updateServer(all, `define what "${first.detail}" names inside the inputSchema of "${first.tool}"`),
    disableTool(all, first.tool),
  ],
});

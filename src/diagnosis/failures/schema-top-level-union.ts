import {disableTool, toolTroubles, updateServer} from '../facts/handshake-oddity.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const schemaTopLevelUnion = defineFailure({
  id: 'schema-top-level-union',
  class: 'runtime',
  step: 'tools',
  title: "A tool's inputSchema has anyOf, oneOf or allOf at its top",
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {match: /input_schema does not support oneOf, allOf, or anyOf at the top level/, confidence: 'certain'},
    {match: /schema must (?:be|have) (?:a )?type:? ['"]?object['"]? and not have ['"]?oneOf/i, confidence: 'certain'},
  ],
  remedies: [
    'Switch off (deny) that one tool in the client, until its schema is mended',
    'Update the server: its inputSchema must be a plain object at the top',
  ],
  detect: ({all}) => {
    const troubles = toolTroubles(all, ['top-level-combinator']);
    return troubles[0] === undefined ? null : {first: troubles[0], troubles};
  },
  explain: ({first, troubles}) => ({
    cause: `The inputSchema of the tool "${first.tool}" has "${first.detail}" at its top. The model's interface refuses the whole request for it, so every message fails, not only that tool.${troubles.length > 1 ? ` ${troubles.length} tools are concerned: ${clip(troubles.map(({tool}) => tool).join(', '), 160)}.` : ''}`,
    evidence: troubles.slice(0, 5).map(({tool, index, detail}) => ({
      label: `tools[${index}].inputSchema`,
      text: `${tool}: ${detail} at the top`,
      deciding: detail,
    })),
  }),
  fixes: ({first}, {all}) => [
    disableTool(all, first.tool),
    updateServer(all, `describe "${first.tool}" as one object, with "${first.detail}" inside a property`),
  ],
});

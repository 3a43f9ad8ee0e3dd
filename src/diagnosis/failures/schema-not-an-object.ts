import {disableTool, toolTroubles, updateServer} from '../facts/handshake-oddity.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const schemaNotAnObject = defineFailure({
  id: 'schema-not-an-object',
  class: 'runtime',
  step: 'tools',
  title: "A tool's inputSchema is not of the type object",
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match:
        /inputSchema[\s\S]{0,120}(?:Invalid (?:literal value|input)[^\n]{0,20}expected "object"|expected object, received undefined|"type")/,
      confidence: 'certain',
    },
    {
      match: /tools\.\d+\.(?:custom\.)?input_schema\.type: (?:Input should be 'object'|Field required)/,
      confidence: 'certain',
    },
    {match: /toolSpec\.inputSchema\.json\.type must be/, confidence: 'certain'},
    {match: /inputSchema: ?\{"jsonSchema"/, confidence: 'certain'},
  ],
  remedies: [
    'Upgrade the server: every inputSchema needs "type": "object" at its top',
    'Until then, switch that one tool off',
  ],
  detect: ({all}) => {
    const troubles = toolTroubles(all, ['no-schema', 'no-type', 'type-not-object', 'not-json-schema']);
    return troubles[0] === undefined ? null : {first: troubles[0], troubles};
  },
  explain: ({first, troubles}) => ({
    cause: `The inputSchema of the tool "${first.tool}" ${SEEN[first.kind] ?? 'is no JSON schema'}${first.detail === '' ? '' : ` (${first.detail.startsWith('"') ? 'a text: ' : ''}${clip(first.detail, 80)})`}; it must have "type": "object" at its top. Clients refuse the whole list for it.${troubles.length > 1 ? ` ${troubles.length} tools are concerned: ${clip(troubles.map(({tool}) => tool).join(', '), 160)}.` : ''}`,
    evidence: troubles
      .slice(0, 5)
      .map(({tool, index, kind}) => ({label: `tools[${index}].inputSchema`, text: `${tool}: ${kind}`, deciding: tool})),
  }),
  fixes: ({first}, {all}) => [
    updateServer(all, `give the inputSchema of "${first.tool}" "type": "object"`),
    disableTool(all, first.tool),
  ],
});

const SEEN: Readonly<Record<string, string>> = {
  'no-schema': 'is missing',
  'no-type': 'lacks the key "type"',
  'type-not-object': 'has another "type" than "object"',
};

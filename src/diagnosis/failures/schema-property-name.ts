import {disableTool, toolTroubles, updateServer} from '../facts/handshake-oddity.ts';
import {defineFailure} from '../failure.ts';

export const schemaPropertyName = defineFailure({
  id: 'schema-property-name',
  class: 'runtime',
  step: 'tools',
  title: "A tool's argument has a name that models do not take",
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [{match: /input_schema\.properties: Property keys should match pattern/, confidence: 'certain'}],
  remedies: [
    'Switch off that one tool, until its arguments are renamed',
    'Update the server: names of arguments may have letters, digits, "_", "-" and "."',
  ],
  detect: ({all}) => toolTroubles(all, ['bad-property-name'])[0] ?? null,
  explain: (trouble) => ({
    cause: `The tool "${trouble.tool}" has an argument named "${trouble.detail}". The model's interface takes names of at most 64 letters, digits, "_", "-" and "." only, and refuses every message while this tool is there.`,
    evidence: [
      {
        label: `tools[${trouble.index}].inputSchema.properties`,
        text: `${trouble.tool}: ${trouble.detail}`,
        deciding: trouble.detail,
      },
    ],
  }),
  fixes: (trouble, {all}) => [
    disableTool(all, trouble.tool),
    updateServer(all, `rename the argument "${trouble.detail}" of "${trouble.tool}"`),
  ],
});

import {disableTool, toolTroubles, updateServer} from '../facts/handshake-oddity.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const toolNameInvalid = defineFailure({
  id: 'tool-name-invalid',
  class: 'runtime',
  step: 'tools',
  title: "A tool's name has characters that models do not take",
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {match: /tool name ["'`][^"'`\n]{1,128}["'`] (?:contains invalid|is invalid|must match)/i, confidence: 'certain'},

    {
      match:
        /tools\.\d+\.\w+(?:\.\w+)*\.?name: String should match pattern|Invalid 'tools\[\d+\]\.(?:function\.)?name': string does not match pattern|toolSpec\.name'? failed to satisfy|[Ii]nvalid function name|function_declarations\[\d+\]\.name|function name[^\n]{0,40}(?:must|should) (?:start|match|be)/,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Disable that tool (or the server) in the client, or update the server',
    'Rename the tool in the server: letters, digits, "_" and "-" only',
    "Rename the server's key in the configuration, if the dot is in there",
  ],
  detect: ({all}) => {
    const troubles = toolTroubles(all, ['bad-name', 'no-name']);
    return troubles[0] === undefined ? null : {first: troubles[0], troubles};
  },
  explain: ({first, troubles}) => ({
    cause: `The tool name "${clip(first.detail === '' ? first.tool : first.detail, 80)}" is not made of letters, digits, "_" and "-" alone. The model's interface refuses every message while it is there.${troubles.length > 1 ? ` ${troubles.length} tools are concerned.` : ''}`,
    evidence: troubles
      .slice(0, 5)
      .map(({tool, index}) => ({label: `tools[${index}].name`, text: tool, deciding: tool})),
  }),
  fixes: ({first}, {all}) => [
    disableTool(all, first.tool),
    updateServer(all, `rename the tool "${first.tool}" (letters, digits, "_" and "-", at most 64)`),
  ],
});

import {type Evidence, type SchemaTrouble, seen} from '../../model/evidence.ts';
import {disableTool, toolTroubles, updateServer} from '../facts/handshake-oddity.ts';
import {defineFailure} from '../failure.ts';

/** What clients themselves check before they hand a tool on; the others leave it to the model's interface. */
const REFUSED: Readonly<Record<string, readonly SchemaTrouble['kind'][]>> = {
  vscode: ['array-without-items'],
  'vscode-insiders': ['array-without-items'],
  'gemini-cli': ['value-without-type', 'array-without-items'],
};

export const schemaIncomplete = defineFailure({
  id: 'schema-incomplete',
  class: 'runtime',
  step: 'tools',
  title: "A tool's inputSchema does not say what a value is",
  severity: 'warning',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match:
        /tool parameters array type must have items|array schema missing items|has missing types in its parameter schema|\.items: missing field|missing (?:the )?(?:required )?["'`]?items["'`]?[^\n]{0,40}(?:array|schema)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Update the server: each array of an inputSchema needs "items", each value a "type"',
    'Until then, switch that one tool off',
  ],
  detect: ({all}) => {
    const troubles = toolTroubles(all, REFUSED[seen(all, 'entry')?.client ?? ''] ?? []);
    return troubles[0] === undefined ? null : {first: troubles[0], troubles};
  },
  explain: ({first, troubles}, {all}) => ({
    cause: `In the inputSchema of the tool "${first.tool}" ${first.kind === 'array-without-items' ? `the array "${first.detail}" does not say what it holds: "items" is missing` : `"${first.detail}" does not say what it is: "type" is missing`}. ${clientOf(all)} leaves such a tool out, or its model refuses it.${troubles.length > 1 ? ` ${troubles.length} places are concerned.` : ''}`,
    evidence: troubles.slice(0, 5).map(({tool, index, kind, detail}) => ({
      label: `tools[${index}].inputSchema`,
      text: `${tool}: ${detail}: ${kind}`,
      deciding: detail,
    })),
  }),
  fixes: ({first}, {all}) => [
    updateServer(
      all,
      `give "${first.detail}" in the inputSchema of "${first.tool}" ${first.kind === 'array-without-items' ? '"items"' : 'a "type"'}`,
    ),
    disableTool(all, first.tool),
  ],
});

const clientOf = (evidence: Evidence): string => seen(evidence, 'entry')?.rules.clientName ?? 'The client';

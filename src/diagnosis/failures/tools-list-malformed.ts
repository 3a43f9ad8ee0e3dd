import {type SchemaTrouble, seen} from '../../model/evidence.ts';
import {disableTool, toolTroubles, updateServer} from '../facts/handshake-oddity.ts';
import {defineFailure} from '../failure.ts';

/** Clients written in Rust or Go take null where a field may be left out; the others stop at it. */
const TAKES_NULL: ReadonlySet<string> = new Set(['codex', 'goose', 'zed', 'warp', 'crush']);

export const toolsListMalformed = defineFailure({
  id: 'tools-list-malformed',
  class: 'runtime',
  step: 'tools',
  title: 'The list of tools has a field in a form that clients refuse',
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match: /"path": ?\[\s*"tools",\s*\d+,\s*"[\s\S]{1,120}?(?:received"?:? ?"?null|Expected \w+, received \w+)/,
      confidence: 'certain',
    },
    {match: /tools\.\d+\.(?:custom\.)?input_schema: JSON schema is invalid/, confidence: 'likely'},
    {match: /Invalid schema for function '[^'\n]{1,100}': (?!schema must have)[^\n]*/, confidence: 'likely'},
    {match: /validation errors? for ListToolsResult\b/, confidence: 'certain'},
    {match: /"?nextCursor"?[^\n]{0,80}(?:received null|Expected string|expected string)/, confidence: 'certain'},
  ],
  remedies: [
    'Update the server: a field of a tool that has no value is left out, never null; "required" is a list of names, "properties" an object',
    'Until then, switch off the tool that the message names (by its number in the list, counted from 0)',
  ],
  detect: ({all}) => {
    const takesNull = TAKES_NULL.has(seen(all, 'entry')?.client ?? '');
    const troubles = toolTroubles(all, ['wrong-field']).filter(({detail}) => !(takesNull && / is null /.test(detail)));
    return troubles[0] === undefined ? null : {first: troubles[0], troubles};
  },
  explain: ({first, troubles}, {all}) => ({
    cause: `${whose(first)} ${first.detail.replace(' is null ', ' is empty ')}. The protocol does not know that form, and ${seen(all, 'entry')?.rules.clientName ?? 'a client'} refuses the whole list for it${troubles.length > 1 ? `; ${troubles.length} such fields are in it` : ''}.`,
    evidence: troubles.slice(0, 5).map(({tool, index, detail}) => ({
      label: index < 0 ? 'tools/list' : `tools[${index}]`,
      text: tool === '' ? detail : `${tool}: ${detail}`,
      deciding: detail,
    })),
    confidence: 'likely',
  }),
  fixes: ({first}, {all}) => [
    updateServer(
      all,
      `${/ is null /.test(first.detail) ? 'leave the field out' : 'write it in the right form'} (${first.detail})`,
    ),
    ...(first.tool === '' ? [] : [disableTool(all, first.tool)]),
  ],
});

const whose = ({tool}: SchemaTrouble): string =>
  tool === '' ? 'In the answer to tools/list' : `In the tool "${tool}"`;

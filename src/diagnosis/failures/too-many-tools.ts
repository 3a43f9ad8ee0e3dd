import {seen} from '../../model/evidence.ts';
import {serverWords} from '../facts/handshake-oddity.ts';
import {advise} from '../facts/launch-fixes.ts';
import {capital} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const tooManyTools = defineFailure({
  id: 'too-many-tools',
  class: 'quota',
  step: 'tools',
  title: 'The server brings more tools than the client takes',
  severity: 'warning',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match: /'tools': array too long|tools[^\n]{0,40}maximum (?:length|number)[^\n]{0,10} \d{2,3}/,
      confidence: 'likely',
    },

    {
      match:
        /Large MCP tools context|[Ee]xceeding total tools limit|[Tt]oo many tools|maximum (?:number )?of (?:\d+ )?tools|tools exceeds? the (?:maximum|limit)|too many tool definitions|[Mm]aximum \d+ tools allowed|tools would exceed (?:the )?max|exceed max allowed tools|Context low · Run \/compact|prompt is too long/,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Switch off the largest server, or the tools of it that are not needed',
    'Let the client search tools instead of loading all (ENABLE_TOOL_SEARCH=true for Claude Code)',
  ],
  detect: ({tools, all}) => {
    const limit = seen(all, 'entry')?.rules.maxTools ?? null;
    return tools.count > (limit ?? MANY) || tools.bytes > BYTES ? {limit} : null;
  },
  explain: ({limit}, {tools, all}) => ({
    cause: `${capital(serverWords(all))} brings ${tools.count} tools (${Math.round(tools.bytes / 1024)} KB of descriptions, about ${tokens(tools.bytes)} tokens): too many. ${limit !== null && tools.count > limit ? `${seen(all, 'entry')?.rules.clientName ?? 'The client'} takes at most ${limit} and leaves the rest out.` : 'They fill the context of the model, and make it choose worse.'}`,
    evidence: [
      {label: 'tools/list', text: `${tools.count} tools, ${tools.bytes} bytes`, deciding: `${tools.count} tools`},
    ],
    severity: limit !== null && tools.count > limit ? 'error' : 'warning',
  }),
  fixes: (_, {all}) => [
    advise(
      'fewer',
      `Switch off the tools of ${serverWords(all)} that are not needed: in the client, or with the server's own option (toolsets, --tools, ENABLED_TOOLS …)`,
    ),
    ...(seen(all, 'entry')?.client === 'claude-code'
      ? [
          advise(
            'tool-search',
            'Or start Claude Code with ENABLE_TOOL_SEARCH=true, so that it loads tools only when they are needed',
          ),
        ]
      : []),
  ],
});

/** Where models are known to choose badly; clients with a limit of their own name it in their rules. */
const MANY = 128;
/** About 25,000 tokens, at which Claude Code warns. */
const BYTES = 100_000;

const tokens = (bytes: number): number => Math.round(bytes / 4000) * 1000;
